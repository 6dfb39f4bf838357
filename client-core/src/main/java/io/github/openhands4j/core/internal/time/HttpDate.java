package io.github.openhands4j.core.internal.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the three forms of a date that HTTP allows: RFC 1123, RFC 850 and that of C's {@code
 * asctime}. The name of the weekday is not checked.
 */
public final class HttpDate {

  private static final String CLOCK = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";
  private static final List<Pattern> FORMS =
      List.of(
          form("[a-z]{3}, (?<day>\\d{1,2}) (?<month>[a-z]{3}) (?<year>\\d{4}) " + CLOCK + " GMT"),
          form("[a-z]{6,9}, (?<day>\\d\\d)-(?<month>[a-z]{3})-(?<year>\\d\\d) " + CLOCK + " GMT"),
          form("[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \\d]\\d) " + CLOCK + " (?<year>\\d{4})"));
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** A year of two digits is at most so many years after the year it is seen from. */
  private static final int YEARS_AHEAD = 50;

  private HttpDate() {}

  private static Pattern form(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /**
   * Reads a date.
   *
   * @param text the header's value
   * @param seenFromYear a year of two digits is taken for the one from 49 years before this year to
   *     50 years after it
   * @return the date, if the text is one
   */
  public static Optional<Instant> parse(String text, int seenFromYear) {
    String stripped = text.strip();
    return FORMS.stream()
        .map(form -> form.matcher(stripped))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(date -> instant(date, seenFromYear));
  }

  private static Optional<Instant> instant(Matcher date, int seenFromYear) {
    int month = MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT)) + 1;
    int second = number(date, "second");
    int leap = second == 60 ? 1 : 0;
    try {
      return Optional.of(
          LocalDateTime.of(
                  year(date.group("year"), seenFromYear),
                  month,
                  number(date, "day"),
                  number(date, "hour"),
                  number(date, "minute"),
                  second - leap)
              .plusSeconds(leap)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group).strip());
  }

  private static int year(String digits, int seenFromYear) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    int last = seenFromYear + YEARS_AHEAD;
    return last - Math.floorMod(last - year, 100);
  }
}
