package io.github.openhands4j.benchmarks.report;

import java.util.Locale;

/**
 * An upper limit that a measured number is held against.
 *
 * @param what what is measured, with its unit
 * @param most the goal
 */
public record Goal(String what, double most) {

  /**
   * A line that says what was measured and whether that is good enough.
   *
   * @param measured the number, in the goal's unit
   * @return one line without a line end
   */
  public String line(double measured) {
    return String.format(
        Locale.ROOT,
        "%-58s %10.3f   goal <= %-8s %s",
        what,
        measured,
        shortest(most),
        isMetBy(measured) ? "met" : "NOT MET");
  }

  /**
   * Whether a number is good enough.
   *
   * @param measured the number, in the goal's unit
   * @return true if it is not above the goal
   */
  public boolean isMetBy(double measured) {
    return measured <= most;
  }

  private static String shortest(double number) {
    return number == Math.rint(number)
        ? String.valueOf((long) number)
        : String.format(Locale.ROOT, "%.3f", number).replaceAll("0+$", "");
  }
}
