package io.github.openhands4j.v1.internal.start;

import java.time.Duration;

/**
 * How long the stream of a start is read. To let go of it ends the start, so both times are longer
 * than a start takes that still gets on.
 *
 * @param silence the longest silence in it
 * @param whole all of it, the pauses of its listener included
 */
public record StreamPatience(Duration silence, Duration whole) {

  /**
   * The longest phase of a start, its setup script, may take ten minutes; the others end within two
   * each.
   */
  public static final StreamPatience USUAL =
      new StreamPatience(Duration.ofMinutes(11), Duration.ofHours(2));
}
