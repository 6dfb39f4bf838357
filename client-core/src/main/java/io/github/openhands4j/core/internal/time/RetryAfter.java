package io.github.openhands4j.core.internal.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Retry-After} header asks for. It is the server's word and may be anything: what
 * cannot be read asks for nothing.
 *
 * <ul>
 *   <li>Seconds may have a fraction and an exponent, since some servers write floating-point
 *       numbers.
 *   <li>A date is measured against the {@code Date} of the same answer, never against our clock;
 *       without one, and when it has passed already, it asks for nothing.
 *   <li>Of several headers the one with the longest wait counts.
 * </ul>
 *
 * @param least how long to wait at least, at most {@link #LONGEST}; null if nothing can be read
 * @param text the value that counts, as it was sent; the first one if none can be read
 */
public record RetryAfter(@Nullable Duration least, String text) {

  /** A wait longer than a life is cut to this, about 31 years: no deadline is as long. */
  public static final Duration LONGEST = Duration.ofSeconds(999_999_999);

  private static final Pattern SECONDS =
      Pattern.compile(
          "(?=\\.?[0-9])0*+([0-9]*+)(?:\\.([0-9]*+))?(?:[eE]([+-]?)(?=[0-9])0*+([0-9]*+))?");

  private static final Comparator<RetryAfter> LONGER =
      Comparator.comparing(RetryAfter::least, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** More digits than these change nothing about a wait in nanoseconds. */
  private static final int MOST_DIGITS = 30;

  private static final int DIGITS_OF_LONGEST = 9;
  private static final int DIGITS_OF_NANOS = 9;
  private static final int MOST_DIGITS_OF_EXPONENT = 9;

  /** The century of a {@code Date} whose year has two digits. */
  private static final int SEEN_FROM = 2049;

  /**
   * What the headers of an answer ask for.
   *
   * @param headers the answer's headers by lower-case name
   * @return empty if there is no {@code Retry-After}
   */
  public static Optional<RetryAfter> of(Map<String, List<String>> headers) {
    Optional<Instant> answeredAt =
        headers.getOrDefault("date", List.of()).stream()
            .flatMap(date -> HttpDate.parse(date, SEEN_FROM).stream())
            .findFirst();
    return headers.getOrDefault("retry-after", List.of()).stream()
        .map(value -> read(value, answeredAt))
        .reduce((one, other) -> LONGER.compare(other, one) > 0 ? other : one);
  }

  private static RetryAfter read(String value, Optional<Instant> answeredAt) {
    String text = value.strip();
    Matcher seconds = SECONDS.matcher(text);
    Duration wait =
        seconds.matches()
            ? seconds(seconds)
            : answeredAt.flatMap(date -> until(text, date)).orElse(null);
    return new RetryAfter(wait, value);
  }

  private static Optional<Duration> until(String text, Instant answeredAt) {
    int year = answeredAt.atOffset(ZoneOffset.UTC).getYear();
    return HttpDate.parse(text, year)
        .map(date -> Duration.between(answeredAt, date))
        .filter(wait -> !wait.isNegative())
        .map(RetryAfter::cut);
  }

  /** Looks at the magnitude first: a number of any size must cost nothing. */
  private static Duration seconds(Matcher number) {
    String whole = number.group(1);
    String fraction = number.group(2) == null ? "" : number.group(2);
    String digits = (whole + fraction).replaceFirst("^0+", "");
    if (digits.isEmpty()) {
      return Duration.ZERO;
    }
    long leadingZeros = whole.length() + fraction.length() - (long) digits.length();
    // 12.5 has the magnitude 2, 0.001 has -2: the number of digits before the point
    long magnitude = whole.length() - leadingZeros + exponent(number);
    if (magnitude > DIGITS_OF_LONGEST) {
      return LONGEST;
    }
    if (magnitude < -DIGITS_OF_NANOS) {
      return Duration.ofNanos(1);
    }
    String kept = digits.length() > MOST_DIGITS ? digits.substring(0, MOST_DIGITS) : digits;
    BigDecimal seconds =
        new BigDecimal("0." + kept + (kept.length() < digits.length() ? "1" : ""))
            .scaleByPowerOfTen((int) magnitude);
    long nanos =
        seconds.movePointRight(DIGITS_OF_NANOS).setScale(0, RoundingMode.CEILING).longValueExact();
    return cut(Duration.ofNanos(nanos));
  }

  private static long exponent(Matcher number) {
    String digits = number.group(4);
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    long size =
        digits.length() > MOST_DIGITS_OF_EXPONENT ? Integer.MAX_VALUE : Long.parseLong(digits);
    return "-".equals(number.group(3)) ? -size : size;
  }

  private static Duration cut(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
