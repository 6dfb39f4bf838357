package io.github.openhands4j.compat.internal.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields in the order they are written, nulls included. */
final class Args {

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private Args() {}

  static Args of(String name, @Nullable Object value) {
    return new Args().and(name, value);
  }

  static Map<String, @Nullable Object> none() {
    return Map.of();
  }

  Args and(String name, @Nullable Object value) {
    fields.put(name, WholeNumbers.asRead(value));
    return this;
  }

  Map<String, @Nullable Object> map() {
    return Collections.unmodifiableMap(fields);
  }
}
