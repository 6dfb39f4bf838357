package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.core.internal.json.TimeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Times of events as both APIs write them: without a zone, UTC, six digits of fraction or none. */
public final class Timestamps {

  private Timestamps() {}

  /**
   * Writes a time.
   *
   * @param time the time
   * @return the text
   */
  public static String of(Instant time) {
    return TimeText.withoutZone(time);
  }

  /**
   * Reads a time.
   *
   * @param text with or without fraction and zone, or null
   * @return the time, or null if the text is none
   */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(text, Instant::from, LocalDateTime::from);
      return parsed instanceof LocalDateTime local
          ? local.toInstant(ZoneOffset.UTC)
          : Instant.from(parsed);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** The same time without its zone; most have none, and stay as they came. */
  static @Nullable String naive(@Nullable String text) {
    if (text == null || !hasZone(text)) {
      return text;
    }
    Instant time = parse(text);
    return time == null ? text : of(time);
  }

  private static boolean hasZone(String text) {
    int clock = text.indexOf('T');
    return text.endsWith("Z")
        || (clock >= 0 && (text.indexOf('+', clock) >= 0 || text.indexOf('-', clock) >= 0));
  }
}
