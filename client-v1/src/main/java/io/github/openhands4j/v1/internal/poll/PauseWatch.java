package io.github.openhands4j.v1.internal.poll;

import java.time.Duration;

/**
 * When it is told that the sandbox of a wait is paused: at once, and again every minute.
 *
 * @param tellings how often it was told since the sandbox paused
 * @param toldNanos when it was last told, as a monotonic reading
 */
record PauseWatch(int tellings, long toldNanos) {

  static final PauseWatch AWAKE = new PauseWatch(0, 0);

  private static final Duration AGAIN = Duration.ofMinutes(1);

  PauseWatch seen(boolean paused, long nowNanos) {
    if (!paused) {
      return AWAKE;
    }
    return tellings == 0 || nowNanos - toldNanos >= AGAIN.toNanos()
        ? new PauseWatch(tellings + 1, nowNanos)
        : this;
  }
}
