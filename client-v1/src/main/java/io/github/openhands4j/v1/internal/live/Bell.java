package io.github.openhands4j.v1.internal.live;

import java.time.Duration;

/** Wakes a thread that rests. Thread-safe. */
public interface Bell {

  /** Ends the present rest, or the next one. */
  void ring();

  /**
   * Rests until the bell rings, or has rung since the last rest.
   *
   * @param longest how long at the most
   * @throws InterruptedException if the thread is interrupted
   */
  void rest(Duration longest) throws InterruptedException;
}
