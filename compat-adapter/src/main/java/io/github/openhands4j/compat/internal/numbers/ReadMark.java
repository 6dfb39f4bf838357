package io.github.openhands4j.compat.internal.numbers;

import java.time.Duration;

/**
 * Up to which time one server's list of a conversation was read by this process, without a gap.
 * Thread-safe.
 */
public final class ReadMark {

  /** A place at which reading failed so often is passed: what comes after it matters more. */
  private static final int MOST_FAILURES = 10;

  /**
   * So long a server that failed is left alone. Failures of that time are one: they are of readings
   * that were under way together.
   */
  public static final Duration ONE_FAILURE = Duration.ofSeconds(30);

  private long until = Entry.NO_TIME;
  private int failures;
  private long countedNanos;

  /**
   * Where the next reading goes on.
   *
   * @return in microseconds since 1970, or {@link Entry#NO_TIME} for the beginning
   */
  public synchronized long until() {
    return until;
  }

  /**
   * The list was read on.
   *
   * @param micros up to this time; earlier ones change nothing
   */
  public synchronized void advance(long micros) {
    if (micros > until) {
      until = micros;
      failures = 0;
    }
  }

  /**
   * A reading from here failed.
   *
   * @param newest the time of the newest event known, where readings go on after many failures
   * @param nowNanos a monotonic reading
   */
  public synchronized void failed(long newest, long nowNanos) {
    if (failures > 0 && nowNanos - countedNanos < ONE_FAILURE.toNanos()) {
      return;
    }
    failures++;
    countedNanos = nowNanos;
    if (failures >= MOST_FAILURES) {
      advance(newest);
    }
  }
}
