package io.github.openhands4j.core.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What any text in a {@code Retry-After} header is taken for. */
class RetryAfterPropertiesTest {

  private static final int RUNS = 5_000;
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          form("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
          form("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
          form("EEE MMM ppd HH:mm:ss yyyy"));

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  static List<DateTimeFormatter> forms() {
    return FORMS;
  }

  private static Random random() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("RetryAfterPropertiesTest: -Dseed=" + seed);
    return new Random(seed);
  }

  @Test
  void numberIsReadExactlyAndRoundedUpToANanosecond() {
    Random random = random();
    for (int run = 0; run < RUNS; run++) {
      String text = number(random);

      Duration expected = expected(new BigDecimal(text.startsWith(".") ? "0" + text : text));

      assertThat(asked(text)).as(text).contains(expected);
    }
  }

  private static Duration expected(BigDecimal seconds) {
    BigDecimal nanos = seconds.movePointRight(9).setScale(0, RoundingMode.CEILING);
    BigDecimal most = new BigDecimal(RetryAfter.LONGEST.toNanos());
    return Duration.ofNanos(nanos.min(most).longValueExact());
  }

  /** Of at most 60 digits and an exponent that does not make the expectation slow. */
  private static String number(Random random) {
    String whole = digits(random, random.nextInt(30));
    String fraction =
        whole.isEmpty() || random.nextBoolean() ? "." + digits(random, 1 + random.nextInt(29)) : "";
    String exponent =
        random.nextInt(3) == 0
            ? (random.nextBoolean() ? "e" : "E")
                + List.of("", "+", "-").get(random.nextInt(3))
                + random.nextInt(60)
            : "";
    return whole + fraction + exponent;
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(3) == 0 ? "0" : String.valueOf(random.nextInt(10)));
    }
    return digits.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1000000000000",
    "999999999999999999999999",
    "1e2147483648",
    "1e99999999999999999999999999",
    "0.000001e2147483648",
    "9223372036854775807",
    "1e9",
  })
  void hugeNumberIsTheLongestWait(String text) {
    assertThat(asked(text)).contains(RetryAfter.LONGEST);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0000000001, 1",
    "1e-2147483649, 1",
    "0e2147483648, 0",
    "0.0, 0",
    "00, 0",
    "1.5, 1500000000"
  })
  void smallNumberIsNotLost(String text, long nanos) {
    assertThat(asked(text)).contains(Duration.ofNanos(nanos));
  }

  @Test
  void numberOfAMillionDigitsCostsNothing() {
    assertThat(asked("9".repeat(1_000_000))).contains(RetryAfter.LONGEST);
    assertThat(asked("0".repeat(1_000_000))).contains(Duration.ZERO);
    assertThat(asked("0".repeat(1_000_000) + "x")).isEmpty();
    assertThat(asked("0." + "0".repeat(1_000_000) + "1")).contains(Duration.ofNanos(1));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void dateInAnyFormIsMeasuredAgainstTheDateOfTheAnswer(DateTimeFormatter retryForm) {
    Random random = random();
    for (int run = 0; run < RUNS; run++) {
      LocalDateTime answered =
          LocalDateTime.ofEpochSecond(
              Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() + random.nextInt(1 << 30),
              0,
              ZoneOffset.UTC);
      long seconds = random.nextInt(1 << 30) - (1L << 29);
      String date = FORMS.get(random.nextInt(3)).format(answered);
      String retryAfter = retryForm.format(answered.plusSeconds(seconds));

      assertThat(asked(retryAfter, date))
          .as("%s at %s", retryAfter, date)
          .isEqualTo(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
      assertThat(asked(retryAfter)).as("without a date of the answer").isEmpty();
      assertThat(asked(retryAfter, "garbage")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fri, 31 Feb 2026 00:00:00 GMT",
        "Fri, 31 Dec 2026 24:00:00 GMT",
        "Fri, 31 Dec 2026 23:59:61 GMT",
        "Fri, 31 Dez 2026 23:59:59 GMT",
        "Fri, 31 Dec 2026 23:59:59 +0000",
        "Fri, 31 Dec 999999999 23:59:59 GMT",
        "Fri, 00 Dec 2026 23:59:59 GMT",
        "Thursday, 31-Dec-2026 23:59:59 GMT",
        "2026-12-31T23:59:59Z",
        "31 Dec 2026 23:59:59 GMT",
      })
  void dateThatIsNoneIsIgnored(String text) {
    assertThat(asked(text, "Thu, 01 Jan 2026 00:00:00 GMT")).isEmpty();
  }

  @Test
  void leapSecondIsTheNextSecond() {
    assertThat(asked("Thu, 31 Dec 2026 23:59:60 GMT", "Thu, 31 Dec 2026 23:59:59 GMT"))
        .contains(Duration.ofSeconds(1));
  }

  @Test
  void farDateIsTheLongestWait() {
    assertThat(asked("Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 2026 00:00:00 GMT"))
        .contains(RetryAfter.LONGEST);
  }

  @Test
  void garbageIsIgnoredAndItsTextKept() {
    Random random = random();
    for (int run = 0; run < RUNS; run++) {
      StringBuilder text = new StringBuilder("~");
      for (int i = random.nextInt(20); i > 0; i--) {
        text.insert(
            random.nextInt(text.length() + 1),
            "0123456789.eE+-: ,GMTjan".charAt(random.nextInt(24)));
      }
      Optional<RetryAfter> read = RetryAfter.of(Map.of("retry-after", List.of(text.toString())));

      assertThat(read).contains(new RetryAfter(null, text.toString()));
    }
  }

  @Test
  void longestOfSeveralCountsInAnyOrder() {
    Random random = random();
    for (int run = 0; run < RUNS; run++) {
      List<String> values = new ArrayList<>(List.of("soon"));
      long longest = 0;
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        long seconds = random.nextInt(1_000);
        longest = Math.max(longest, seconds);
        values.add(random.nextInt(values.size() + 1), String.valueOf(seconds));
      }

      assertThat(RetryAfter.of(Map.of("retry-after", values)))
          .as("%s", values)
          .contains(new RetryAfter(Duration.ofSeconds(longest), String.valueOf(longest)));
    }
  }

  private static Optional<Duration> asked(String retryAfter) {
    return RetryAfter.of(Map.of("retry-after", List.of(retryAfter))).map(RetryAfter::least);
  }

  private static Optional<Duration> asked(String retryAfter, String date) {
    return RetryAfter.of(Map.of("retry-after", List.of(retryAfter), "date", List.of(date)))
        .map(RetryAfter::least);
  }
}
