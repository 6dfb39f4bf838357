package io.github.openhands4j.core.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Where time comes from. Limits are measured with {@link #nanoTime()}, never with the wall clock.
 */
public interface TimeSource {

  /**
   * A monotonic reading.
   *
   * @return nanoseconds from an arbitrary origin
   */
  long nanoTime();

  /**
   * The wall clock.
   *
   * @return the current time
   */
  Instant now();

  /**
   * Lets the calling thread wait.
   *
   * @param duration how long
   * @throws InterruptedException if the thread is interrupted
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * The machine's time.
   *
   * @return the system clocks
   */
  static TimeSource system() {
    return new TimeSource() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
      }
    };
  }
}
