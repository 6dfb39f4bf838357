package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v1.internal.live.Bell;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A bell whose rests end when somebody rings, or when the test says that their time is over. */
final class HandBell implements Bell {

  private static final long MOST_NANOS = Duration.ofSeconds(20).toNanos();

  private final ManualTime time;
  private boolean rung;
  private @Nullable Duration resting;

  /** Rests of a clock. */
  HandBell(ManualTime time) {
    this.time = time;
  }

  @Override
  public synchronized void ring() {
    rung = true;
    notifyAll();
  }

  @Override
  public synchronized void rest(Duration longest) throws InterruptedException {
    resting = longest;
    notifyAll();
    try {
      while (!rung) {
        wait();
      }
      rung = false;
    } finally {
      resting = null;
      notifyAll();
    }
  }

  /** Waits until the subscription rests for such a time, and tells the time. */
  synchronized Duration awaitRest(Predicate<Duration> wanted) {
    long end = System.nanoTime() + MOST_NANOS;
    while (resting == null || rung || !wanted.test(resting)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      assertThat(left).as("rests; now " + resting).isPositive();
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return resting;
  }

  /** Whether it has rung for a rest that is to come. */
  synchronized boolean hasRung() {
    return rung;
  }

  /** Lets the time of such a rest be over. */
  synchronized Duration pass(Predicate<Duration> wanted) {
    Duration passed = awaitRest(wanted);
    time.pass(passed);
    ring();
    return passed;
  }

  /** Lets the time of a rest of just this length be over. */
  void pass(Duration length) {
    Duration unused = pass(length::equals);
  }
}
