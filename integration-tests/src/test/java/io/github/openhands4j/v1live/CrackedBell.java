package io.github.openhands4j.v1live;

import io.github.openhands4j.v1.internal.live.Bell;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A bell that breaks at the first rest, and is whole from then on. */
final class CrackedBell implements Bell {

  private final Bell bell;
  private final AtomicBoolean broke = new AtomicBoolean();

  CrackedBell(Bell bell) {
    this.bell = bell;
  }

  @Override
  public void ring() {
    bell.ring();
  }

  @Override
  public void rest(Duration longest) throws InterruptedException {
    if (broke.compareAndSet(false, true)) {
      throw new IllegalStateException("the bell broke");
    }
    bell.rest(longest);
  }
}
