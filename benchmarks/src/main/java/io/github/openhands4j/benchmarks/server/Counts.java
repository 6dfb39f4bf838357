package io.github.openhands4j.benchmarks.server;

/**
 * What a server counted.
 *
 * @param connections connections it accepted
 * @param mostOpen the most that were open at once
 * @param requests requests it read
 */
public record Counts(long connections, long mostOpen, long requests) {

  /**
   * Reads counts as {@link #text()} writes them.
   *
   * @param text three numbers with a space between
   * @return the counts
   */
  public static Counts parse(String text) {
    String[] numbers = text.split(" ", -1);
    return new Counts(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }

  /**
   * The counts as text.
   *
   * @return three numbers with a space between
   */
  public String text() {
    return connections + " " + mostOpen + " " + requests;
  }
}
