package io.github.openhands4j.model.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies that keep order and null elements, since the wire has both. */
public final class Copies {

  private Copies() {}

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
