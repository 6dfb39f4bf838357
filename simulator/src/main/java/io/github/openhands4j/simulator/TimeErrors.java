package io.github.openhands4j.simulator;

/** Says why a text is no time, in the server's words: as a date is what it was tried last. */
final class TimeErrors {

  private static final int LENGTH = "2026-01-01".length();

  private TimeErrors() {}

  /** The reason; the text is known to be none. */
  static String why(String text) {
    if (text.length() < LENGTH) {
      return "input is too short";
    }
    if (!text.matches("\\d{4}.*")) {
      return "invalid character in year";
    }
    if (text.charAt(4) != '-') {
      return "invalid date separator, expected `-`";
    }
    if (!text.matches(".{5}\\d\\d.*")) {
      return "invalid character in month";
    }
    int month = Integer.parseInt(text.substring(5, 7));
    if (month < 1 || month > 12) {
      return "month value is outside expected range of 1-12";
    }
    if (text.charAt(7) != '-') {
      return "invalid date separator, expected `-`";
    }
    if (!text.matches(".{8}\\d\\d.*")) {
      return "invalid character in day";
    }
    return text.length() > LENGTH && Timestamps.parse(text.substring(0, LENGTH)).isPresent()
        ? "unexpected extra characters at the end of the input"
        : "day value is outside expected range";
  }
}
