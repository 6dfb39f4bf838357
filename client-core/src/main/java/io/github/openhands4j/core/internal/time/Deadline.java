package io.github.openhands4j.core.internal.time;

import java.time.Duration;

/**
 * The end of an operation: covers all its attempts and waits. Immutable.
 *
 * @param time the clock
 * @param limit the time the operation has
 * @param startNanos when it began, as a reading of the clock
 */
public record Deadline(TimeSource time, Duration limit, long startNanos) {

  /**
   * A deadline that begins now.
   *
   * @param time the clock
   * @param limit the time the operation has
   * @return the deadline
   */
  public static Deadline in(TimeSource time, Duration limit) {
    return new Deadline(time, limit, time.nanoTime());
  }

  /**
   * The time that is left.
   *
   * @return never negative
   */
  public Duration remaining() {
    Duration left = limit.minusNanos(time.nanoTime() - startNanos);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * A time cut to what is left.
   *
   * @param wanted the time
   * @return the shorter of the two
   */
  public Duration atMost(Duration wanted) {
    Duration left = remaining();
    return wanted.compareTo(left) < 0 ? wanted : left;
  }

  /**
   * Whether no time is left.
   *
   * @return true once the limit has passed
   */
  public boolean isOver() {
    return remaining().isZero();
  }
}
