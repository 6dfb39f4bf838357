package io.github.openhands4j.core.internal.time;

import java.time.Duration;

/**
 * How often in a row, and since when, something was seen that may pass by.
 *
 * @param times how often in a row
 * @param sinceNanos when it was first seen, as a monotonic reading
 * @param lastNanos when it was last seen, as a monotonic reading
 */
public record Patience(int times, long sinceNanos, long lastNanos) {

  /** It was not seen, or has passed by. */
  public static final Patience FRESH = new Patience(0, 0, 0);

  /**
   * It was seen once more.
   *
   * @param nowNanos a monotonic reading
   * @return the same with one more time
   */
  public Patience again(long nowNanos) {
    return new Patience(times + 1, times == 0 ? nowNanos : sinceNanos, nowNanos);
  }

  /**
   * Whether the last time is so long ago that it may have passed by since.
   *
   * @param span how long
   * @param nowNanos a monotonic reading
   * @return true if it was last seen before that
   */
  public boolean isStale(Duration span, long nowNanos) {
    return nowNanos - lastNanos > span.toNanos();
  }

  /**
   * Whether it was seen often and long enough.
   *
   * @param least how often at the least
   * @param span how long at the least
   * @param nowNanos a monotonic reading
   * @return true if both hold
   */
  public boolean isOver(int least, Duration span, long nowNanos) {
    return times >= least && nowNanos - sinceNanos >= span.toNanos();
  }
}
