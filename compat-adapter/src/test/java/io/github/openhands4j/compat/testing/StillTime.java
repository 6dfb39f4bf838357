package io.github.openhands4j.compat.testing;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is told otherwise, or somebody sleeps. */
public final class StillTime implements TimeSource {

  private final Instant began;
  private long nanos;

  /**
   * A clock that shows a time.
   *
   * @param began the time
   */
  public StillTime(Instant began) {
    this.began = began;
  }

  /**
   * Lets time pass.
   *
   * @param duration how much
   */
  public void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant now() {
    return began.plusNanos(nanos);
  }

  @Override
  public void sleep(Duration duration) {
    pass(duration);
  }
}
