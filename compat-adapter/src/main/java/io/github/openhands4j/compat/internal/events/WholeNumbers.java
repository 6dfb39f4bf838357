package io.github.openhands4j.compat.internal.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every whole number is a {@code Long}, as a V0 server's answer is read: callers cast. */
public final class WholeNumbers {

  private WholeNumbers() {}

  /**
   * The same value with whole numbers as they are read from a V0 server.
   *
   * @param value what can be written as JSON
   * @return an unmodifiable copy of maps and lists
   */
  public static @Nullable Object asRead(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(key, asRead(inner)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(inner -> copy.add(asRead(inner)));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }
}
