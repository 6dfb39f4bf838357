package io.github.openhands4j.realserver.twin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits in real time for what a real server does in its own time. */
final class Patience {

  private static final Duration REST = Duration.ofMillis(400);
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private static final int STEADY_LOOKS = 3;

  private Patience() {}

  /** Looks a few times a second, since servers turn away who asks more often. */
  static void until(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new WaitedInVainException(what);
      }
      LockSupport.parkNanos(REST.toNanos());
    }
  }

  /** Waits until the same state, one of those that may last, was seen some times in a row. */
  static void untilSteady(String what, Supplier<String> look, Predicate<String> mayLast) {
    AtomicReference<String> before = new AtomicReference<>("");
    AtomicInteger looks = new AtomicInteger();
    until(
        what,
        () -> {
          String now = look.get();
          looks.set(now.equals(before.getAndSet(now)) && mayLast.test(now) ? looks.get() + 1 : 0);
          return looks.get() >= STEADY_LOOKS;
        });
  }
}
