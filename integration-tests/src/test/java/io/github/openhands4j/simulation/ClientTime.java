package io.github.openhands4j.simulation;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The time of one client, which passes only when somebody waits for something. */
final class ClientTime implements TimeSource {

  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private final Chance chance;
  private final long skewNanos;
  private final double interrupts;
  private long nanos;
  private boolean interrupted;

  /** A clock that is wrong by so much, and whose waits end by interrupts now and then, of one. */
  ClientTime(Chance chance, long skewNanos, double interrupts) {
    this.chance = chance;
    this.skewNanos = skewNanos;
    this.interrupts = interrupts;
  }

  void pass(long span) {
    nanos += span;
  }

  /** Whether a wait was interrupted since this was asked last. */
  boolean wasInterrupted() {
    boolean was = interrupted;
    interrupted = false;
    return was;
  }

  /** A call has left the flag of its thread like this. */
  void requireKept(boolean flag) {
    if (wasInterrupted() != flag) {
      throw new BrokenPromiseException(Promise.FLAG_KEPT, "a call leaves the flag at " + flag);
    }
  }

  /** The moment as a true clock shows it. */
  static Instant trueTime(long nanos) {
    return EPOCH.plusNanos(nanos);
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant now() {
    return trueTime(nanos).plusNanos(skewNanos);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (chance.happens(interrupts)) {
      pass(chance.upTo(duration.toNanos()));
      interrupted = true;
      throw new InterruptedException();
    }
    pass(duration.toNanos());
  }
}
