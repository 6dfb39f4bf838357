package io.github.openhands4j.realserver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a real server to get somewhere, and not for ever. */
final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private Patience() {}

  /** Looks until something is so; fails after a minute. */
  static void until(String what, BooleanSupplier isSo) {
    long began = System.nanoTime();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() - began > LIMIT.toNanos() || Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("not within a minute: " + what);
      }
      rest(BETWEEN_LOOKS);
    }
  }

  /** Lets about this time pass. */
  static void rest(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
