package io.github.openhands4j.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as the server writes them (six fraction digits or none) and reads them (zone optional). */
final class Timestamps {

  private static final DateTimeFormatter WITH_FRACTION = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter WHOLE_SECOND = formatter("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter HTTP = formatter("EEE, dd MMM uuuu HH:mm:ss 'GMT'");
  private static final Pattern ZONED = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern NO_SECONDS = Pattern.compile("[^:]*T\\d{2}:\\d{2}");

  private static final Pattern SECONDS_SINCE_1970 = Pattern.compile("-?\\d{1,10}(\\.\\d+)?");

  private Timestamps() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** UTC without a zone, as a start task read by GET and events show it. */
  static String naive(Instant instant) {
    return instant.get(ChronoField.MICRO_OF_SECOND) == 0
        ? WHOLE_SECOND.format(instant)
        : WITH_FRACTION.format(instant);
  }

  /** UTC with {@code Z}, as everything else shows it. */
  static String zoned(Instant instant) {
    return naive(instant) + "Z";
  }

  /** The form of the {@code Date} header. */
  static String http(Instant instant) {
    return HTTP.format(instant);
  }

  /**
   * Reads a date, a date and time with or without zone (none means UTC), or seconds since 1970;
   * nothing if it is none of them.
   */
  static Optional<Instant> parse(String text) {
    try {
      if (SECONDS_SINCE_1970.matcher(text).matches()) {
        return Optional.of(
            Instant.EPOCH.plusMillis(
                new BigDecimal(text).movePointRight(3).setScale(0, RoundingMode.DOWN).longValue()));
      }
      if (text.indexOf(':') < 0) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      String iso = text.toUpperCase(Locale.ROOT).replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
      if (NO_SECONDS.matcher(iso).matches()) {
        iso = iso + ":00";
      }
      String zoned = ZONED.matcher(iso.substring(10)).matches() ? iso : iso + "Z";
      return Optional.of(OffsetDateTime.parse(zoned).toInstant());
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
