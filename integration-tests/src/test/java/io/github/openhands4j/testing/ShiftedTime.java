package io.github.openhands4j.testing;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time, and what tests add to it. Thread-safe. */
public final class ShiftedTime implements TimeSource {

  private final AtomicLong added = new AtomicLong();

  /**
   * Lets more time pass than did.
   *
   * @param duration how much
   */
  public void pass(Duration duration) {
    added.addAndGet(duration.toNanos());
  }

  @Override
  public long nanoTime() {
    return TimeSource.system().nanoTime() + added.get();
  }

  @Override
  public Instant now() {
    return TimeSource.system().now().plusNanos(added.get());
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    TimeSource.system().sleep(duration);
  }
}
