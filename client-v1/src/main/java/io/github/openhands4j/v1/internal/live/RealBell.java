package io.github.openhands4j.v1.internal.live;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bell in the machine's time. */
public final class RealBell implements Bell {

  private final Semaphore rings = new Semaphore(0);

  /** A bell that has not rung. */
  public RealBell() {}

  @Override
  public void ring() {
    rings.release();
  }

  @Override
  public void rest(Duration longest) throws InterruptedException {
    if (rings.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      int unused = rings.drainPermits();
    }
  }
}
