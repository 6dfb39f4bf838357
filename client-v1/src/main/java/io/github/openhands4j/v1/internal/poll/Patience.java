package io.github.openhands4j.v1.internal.poll;

import java.time.Duration;

/**
 * How often in a row, and since when, something was seen that may pass by.
 *
 * @param times how often in a row
 * @param sinceNanos when it was first seen, as a monotonic reading
 * @param lastNanos when it was last seen, as a monotonic reading
 */
public record Patience(int times, long sinceNanos, long lastNanos) {

  static final Patience FRESH = new Patience(0, 0, 0);

  Patience again(long nowNanos) {
    return new Patience(times + 1, times == 0 ? nowNanos : sinceNanos, nowNanos);
  }

  /** Whether the last time is so long ago that it may have passed by since. */
  boolean isStale(Duration span, long nowNanos) {
    return nowNanos - lastNanos > span.toNanos();
  }

  boolean isOver(int least, Duration span, long nowNanos) {
    return times >= least && nowNanos - sinceNanos >= span.toNanos();
  }
}
