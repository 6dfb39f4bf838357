package io.github.openhands4j.compat.internal.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object of which nothing is certain: what is absent, null or of another type
 * than asked for reads as nothing.
 *
 * @param values the fields as parsed
 */
record Fields(Map<?, ?> values) {

  static final Fields NONE = new Fields(Map.of());

  @Nullable Object get(String name) {
    return values.get(name);
  }

  /** A text, or null. */
  @Nullable String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  /** A text, or an empty one. */
  String textOrEmpty(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** A whole number, or null; a fraction is cut off. */
  @Nullable Long whole(String name) {
    return values.get(name) instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }

  /** A number, or null. */
  @Nullable Double number(String name) {
    return values.get(name) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
  }

  /** True only for true. */
  boolean is(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** An object, or one without fields. */
  Fields object(String name) {
    return of(values.get(name));
  }

  /** The elements of a list that are objects. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (Object element : list(name)) {
      if (element instanceof Map<?, ?> fields) {
        objects.add(new Fields(fields));
      }
    }
    return objects;
  }

  /** The elements of a list, or none. */
  List<?> list(String name) {
    return values.get(name) instanceof List<?> list ? list : List.of();
  }

  /** The fields but some, in the same order. */
  Map<String, @Nullable Object> without(String... names) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>();
    values.forEach((name, value) -> rest.put(String.valueOf(name), value));
    for (String name : names) {
      rest.remove(name);
    }
    return Collections.unmodifiableMap(rest);
  }

  static Fields of(@Nullable Object value) {
    return value instanceof Map<?, ?> fields ? new Fields(fields) : NONE;
  }
}
