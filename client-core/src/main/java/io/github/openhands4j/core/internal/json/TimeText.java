package io.github.openhands4j.core.internal.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Writes times as the servers do: in UTC, with six digits of fraction, or none when the
 * microseconds are zero.
 */
public final class TimeText {

  private static final DateTimeFormatter WHOLE = formatter("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter MICROS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private TimeText() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /**
   * Writes a time as those of events are.
   *
   * @param time the time; what is finer than microseconds is cut off
   * @return the text, without a zone
   */
  public static String withoutZone(Instant time) {
    OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
    return (utc.get(ChronoField.MICRO_OF_SECOND) == 0 ? WHOLE : MICROS).format(utc);
  }

  /** Writes a time as all others are. */
  static String withZone(Instant time) {
    return withoutZone(time) + "Z";
  }
}
