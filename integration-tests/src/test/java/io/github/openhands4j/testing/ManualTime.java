package io.github.openhands4j.testing;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Time that stands still, but for sleeps, which pass at once, and for what tests add. Thread-safe.
 */
public final class ManualTime implements TimeSource {

  private Instant origin = Instant.now();
  private final List<Duration> sleeps = new ArrayList<>();
  private final Map<Integer, Runnable> during = new HashMap<>();
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
  public void sleep(Duration duration) {
    Runnable happens;
    synchronized (this) {
      sleeps.add(duration);
      nanos += duration.toNanos();
      happens = during.remove(sleeps.size());
    }
    if (happens != null) {
      happens.run();
    }
  }

  /**
   * Lets something happen during a sleep.
   *
   * @param number which sleep, counted from 1
   * @param happens what happens
   */
  public synchronized void onSleep(int number, Runnable happens) {
    during.put(number, happens);
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
   * Sets the wall clock wrong; what is measured goes on as before.
   *
   * @param by how much later it is from now on, or earlier
   */
  public synchronized void shiftWallClock(Duration by) {
    origin = origin.plus(by);
  }

  /**
   * The sleeps so far.
   *
   * @return a copy, in order
   */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  /**
   * The time of all sleeps so far.
   *
   * @return their sum
   */
  public synchronized Duration slept() {
    return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
