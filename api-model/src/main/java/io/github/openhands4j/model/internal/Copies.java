package io.github.openhands4j.model.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies that keep order and null elements, since the wire has both. */
public final class Copies {

  /** Numbers that never change. */
  private static final Set<Class<?>> NUMBERS =
      Set.of(
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class);

  private Copies() {}

  /**
   * Copies a plain JSON value with all that is in it.
   *
   * @param value text, a number, a truth value, a list or a map of such, or null
   * @return an unmodifiable copy
   * @throws IllegalArgumentException if it is, or has in it, anything else; the message does not
   *     repeat it
   */
  public static @Nullable Object json(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(json(element)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, element) -> copy.put(name(name), json(element)));
      return Collections.unmodifiableMap(copy);
    }
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || NUMBERS.contains(value.getClass())) {
      return value;
    }
    throw notPlain(value);
  }

  private static String name(@Nullable Object key) {
    if (key instanceof String name) {
      return name;
    }
    throw notPlain(key);
  }

  private static IllegalArgumentException notPlain(@Nullable Object value) {
    return new IllegalArgumentException(
        "Not a plain JSON value: "
            + (value == null ? "a name that is null" : value.getClass().getName())
            + ".");
  }

  /**
   * Copies a list.
   *
   * @param source the list, or null for an empty one
   * @param <T> the element type
   * @return an unmodifiable copy
   */
  public static <T extends @Nullable Object> List<T> list(@Nullable List<T> source) {
    return source == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(source));
  }

  /**
   * Copies a map.
   *
   * @param source the map, or null for an empty one
   * @param <V> the value type
   * @return an unmodifiable copy in the same order
   */
  public static <V extends @Nullable Object> Map<String, V> map(@Nullable Map<String, V> source) {
    return source == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(source));
  }
}
