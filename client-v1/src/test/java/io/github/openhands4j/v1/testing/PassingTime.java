package io.github.openhands4j.v1.testing;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that moves by hand, and whose pauses pass at once. */
public final class PassingTime implements TimeSource {

  private final Instant began;
  private long nanos;
  private int sleeps;

  /**
   * A clock that shows a time.
   *
   * @param began the time
   */
  public PassingTime(Instant began) {
    this.began = began;
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
    sleeps++;
    pass(duration);
  }

  /**
   * Lets time pass.
   *
   * @param duration how much
   */
  public void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  /**
   * How often somebody slept.
   *
   * @return the number of pauses
   */
  public int sleeps() {
    return sleeps;
  }
}
