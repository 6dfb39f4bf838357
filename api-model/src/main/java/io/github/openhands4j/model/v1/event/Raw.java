package io.github.openhands4j.model.v1.event;

import io.github.openhands4j.model.internal.Copies;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at plain JSON values. */
final class Raw {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_DATE_TIME;

  private Raw() {}

  static @Nullable String text(Map<String, @Nullable Object> json, String name) {
    return json.get(name) instanceof String text ? text : null;
  }

  static String textOr(Map<String, @Nullable Object> json, String name, String otherwise) {
    return json.get(name) instanceof String text ? text : otherwise;
  }

  /** The object's fields; none if it is no object. */
  static Map<String, @Nullable Object> objectOrEmpty(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> fields)) {
      return Map.of();
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    fields.forEach((name, value) -> object.put(String.valueOf(name), value));
    return Copies.map(object);
  }

  /** The same value, its outermost object or array unmodifiable. */
  static @Nullable Object copy(@Nullable Object json) {
    if (json instanceof Map<?, ?>) {
      return objectOrEmpty(json);
    }
    return json instanceof List<?> list ? Copies.list(list) : json;
  }

  /** A time with or without a zone; without one it is UTC. */
  static Optional<Instant> time(String text) {
    try {
      TemporalAccessor time = TIME.parseBest(text, Instant::from, LocalDateTime::from);
      return Optional.of(
          time instanceof Instant instant
              ? instant
              : ((LocalDateTime) time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
