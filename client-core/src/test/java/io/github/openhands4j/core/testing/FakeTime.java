package io.github.openhands4j.core.testing;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that only moves when somebody waits, and remembers each wait. Not thread-safe. */
public final class FakeTime implements TimeSource {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Duration> sleeps = new ArrayList<>();
  private Duration passed = Duration.ZERO;
  private Duration oversleep = Duration.ZERO;

  /**
   * Lets each wait last longer than asked, as on a busy machine.
   *
   * @param by how much longer
   */
  public void oversleepBy(Duration by) {
    oversleep = by;
  }

  /**
   * The waits so far.
   *
   * @return what was asked for, in order
   */
  public List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  @Override
  public long nanoTime() {
    return passed.toNanos();
  }

  @Override
  public Instant now() {
    return BEGIN.plus(passed);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    passed = passed.plus(duration).plus(oversleep);
  }
}
