package io.github.openhands4j.core.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in the form in which nearly all of the servers' are: {@code 2026-08-20T09:00:01.25Z},
 * the fraction of up to nine digits and the Z there or not. A formatter takes ten times as long.
 */
final class UsualTime {

  private static final String FORM = "0000-00-00T00:00:00";
  private static final int NANO_DIGITS = 9;

  private UsualTime() {}

  /** The time that a text of this form says, or null for all others. */
  static @Nullable Instant parse(String text) {
    int end = text.endsWith("Z") ? text.length() - 1 : text.length();
    if (!hasForm(text, end)) {
      return null;
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              nanos(text, end))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noSuchTime) {
      return null; // the formatter says what is wrong with it
    }
  }

  private static boolean hasForm(String text, int end) {
    int fraction = end - FORM.length() - 1;
    if (fraction != -1
        && (fraction < 1 || fraction > NANO_DIGITS || text.charAt(FORM.length()) != '.')) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char form = i < FORM.length() ? FORM.charAt(i) : '0';
      char sent = text.charAt(i);
      boolean fits = form == '0' ? sent >= '0' && sent <= '9' : sent == form;
      if (!fits && i != FORM.length()) {
        return false;
      }
    }
    return true;
  }

  private static int nanos(String text, int end) {
    int from = FORM.length() + 1;
    if (end < from) {
      return 0;
    }
    int nanos = number(text, from, end);
    for (int digits = end - from; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
