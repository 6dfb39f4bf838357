package io.github.openhands4j.mutations;

import org.jspecify.annotations.Nullable;

/** What a mutation puts in the place of a computed value. */
sealed interface Value {

  /** A boolean, a number, a text or null. */
  record Constant(@Nullable Object value) implements Value {}

  /** A public static field, of the type that declares it. */
  record StaticField(String owner, String name) implements Value {}

  /** An empty {@code Optional} or {@code List}, as the place demands. */
  record Empty() implements Value {}

  /** What a call was made on, or its first argument if it is static; of a method: the argument. */
  record First() implements Value {}

  Value NULL = new Constant(null);
  Value TRUE = new Constant(true);
  Value FALSE = new Constant(false);
  Value EMPTY = new Empty();
  Value FIRST = new First();

  /** Nothing: for methods that return nothing. */
  Value NOTHING = NULL;

  static Value of(Object constant) {
    return new Constant(constant);
  }

  static Value field(String owner, String name) {
    return new StaticField(owner, name);
  }
}
