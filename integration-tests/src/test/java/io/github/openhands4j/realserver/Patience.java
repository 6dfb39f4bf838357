package io.github.openhands4j.realserver;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for a real server to get somewhere in its own time, and not for ever. */
public final class Patience {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Servers turn away who asks more often. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

  private static final int STEADY_LOOKS = 3;

  private Patience() {}

  /**
   * Looks until something is so.
   *
   * @param what what is waited for, for people
   * @param isSo looks once
   * @throws WaitedInVainException if it is not so after some minutes
   */
  public static void until(String what, BooleanSupplier isSo) {
    long began = System.nanoTime();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() - began > LIMIT.toNanos() || Thread.currentThread().isInterrupted()) {
        throw new WaitedInVainException(what);
      }
      rest(BETWEEN_LOOKS);
    }
  }

  /** Looks until there is something, and gives it. */
  public static <T> T untilFound(String what, Supplier<Optional<T>> look) {
    AtomicReference<@Nullable T> found = new AtomicReference<>();
    until(
        what,
        () -> {
          found.set(look.get().orElse(null));
          return found.get() != null;
        });
    return Objects.requireNonNull(found.get());
  }

  /** Waits until the same state, one of those that may last, was seen some times in a row. */
  public static void untilSteady(String what, Supplier<String> look, Predicate<String> mayLast) {
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

  /** Lets about this time pass. */
  static void rest(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
