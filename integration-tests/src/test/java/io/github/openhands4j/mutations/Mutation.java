package io.github.openhands4j.mutations;

/**
 * How a guard is switched off: a change of the bytecode of one method, its lambdas included.
 *
 * <p>Constructors are called {@code <init>}, the set-up of static fields {@code <clinit>}. Calls
 * and fields are named as in the source: {@code Set.contains}, {@code HttpTransport.closed}, the
 * type by its simple name and as the compiler sees it.
 */
sealed interface Mutation {

  /** The method does nothing and returns a value. */
  record Returns(String method, Value value) implements Mutation {}

  /** A call is not made; a value stands for its answer. */
  record Answers(String method, String call, Value value) implements Mutation {}

  /** A call is not made; its answer, if any, is what it was called on. */
  record Skips(String method, String call) implements Mutation {}

  /** Another field of the same type and owner is read. */
  record Reads(String method, String field, String instead) implements Mutation {}

  /** A field of the own instance is not read; a value stands for it. */
  record Finds(String method, String field, Value value) implements Mutation {}

  /** A number in the code is another one. */
  record Counts(String method, Number number, Number instead) implements Mutation {}

  /** A test for a type says no. */
  record Denies(String method, String type) implements Mutation {}

  /** Two changes of one class, for guards of which each covers for the other. */
  record Both(Mutation one, Mutation other) implements Mutation {}

  static Mutation returns(String method, Value value) {
    return new Returns(method, value);
  }

  static Mutation answers(String method, String call, Value value) {
    return new Answers(method, call, value);
  }

  static Mutation skips(String method, String call) {
    return new Skips(method, call);
  }

  static Mutation reads(String method, String field, String instead) {
    return new Reads(method, field, instead);
  }

  static Mutation finds(String method, String field, Value value) {
    return new Finds(method, field, value);
  }

  static Mutation counts(String method, Number number, Number instead) {
    return new Counts(method, number, instead);
  }

  static Mutation denies(String method, String type) {
    return new Denies(method, type);
  }

  static Mutation both(Mutation one, Mutation other) {
    return new Both(one, other);
  }
}
