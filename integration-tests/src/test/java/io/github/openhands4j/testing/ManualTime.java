package io.github.openhands4j.testing;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that stands still, but for sleeps, which pass at once, and for what tests add. Thread-safe.
 */
public final class ManualTime implements TimeSource {

  private final Instant origin = Instant.now();
  private final List<Duration> sleeps = new ArrayList<>();
  private long nanos = 1;

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return origin.plusNanos(nanos);
  }

  @Override
  public synchronized void sleep(Duration duration) {
    sleeps.add(duration);
    nanos += duration.toNanos();
  }

  /**
   * Lets time pass.
   *
   * @param duration how much
   */
  public synchronized void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  /**
   * The sleeps so far.
   *
   * @return a copy, in order
   */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
