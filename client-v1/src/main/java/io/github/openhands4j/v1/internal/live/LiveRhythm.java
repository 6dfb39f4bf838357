package io.github.openhands4j.v1.internal.live;

import java.time.Duration;

/**
 * How long a subscription rests.
 *
 * @param connected while the socket stands and is silent
 * @param polling between reads of an agent server without a socket
 * @param stored between reads of the app server while the sandbox does not run; up to six times
 *     that while nothing happens
 * @param firstRetry before a first new connection
 * @param longestRetry before any further one
 * @param ready how long a socket has until its first word
 * @param relist before an event that the socket told and no read lists yet is looked for again
 */
public record LiveRhythm(
    Duration connected,
    Duration polling,
    Duration stored,
    Duration firstRetry,
    Duration longestRetry,
    Duration ready,
    Duration relist) {

  /** The rhythm of real life. */
  public static final LiveRhythm USUAL =
      new LiveRhythm(
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofMillis(100));

  /** An agent server that cannot be called is left alone for up to so many longest retries. */
  private static final int MOST_CLOSED = 20;

  /** The rest before a new connection: doubled with each failure, shortened by up to a half. */
  Duration retry(int failures, double chance) {
    long doubled = firstRetry.toNanos() << Math.min(Math.max(failures - 1, 0), 20);
    long bounded = doubled <= 0 ? longestRetry.toNanos() : doubled;
    long nanos = Math.min(bounded, longestRetry.toNanos());
    return Duration.ofNanos((long) (nanos * (0.5 + chance / 2)));
  }

  /**
   * How long an agent server that cannot be called is left alone: doubled with each try in vain,
   * shortened by up to a half.
   */
  Duration closed(int triesInVain, double chance) {
    long times = Math.min(1L << Math.min(triesInVain, 20), MOST_CLOSED);
    return Duration.ofNanos((long) (longestRetry.toNanos() * times * (0.5 + chance / 2)));
  }
}
