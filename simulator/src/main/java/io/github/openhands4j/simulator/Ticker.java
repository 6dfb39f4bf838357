package io.github.openhands4j.simulator;

import java.time.Instant;

/** Counts reads and time against a {@link Pace} and tells when a move is due. */
final class Ticker {

  private final Pace pace;
  private Instant since;
  private int reads;

  /** Starts counting at the given time. */
  Ticker(Pace pace, Instant since) {
    this.pace = pace;
    this.since = since;
  }

  /** True once for each elapsed period; {@link #since()} is then the time at which it elapsed. */
  boolean elapsed(Instant now) {
    if (pace.every().isZero()) {
      return false;
    }
    Instant next = since.plus(pace.every());
    if (next.isAfter(now)) {
      return false;
    }
    since = next;
    return true;
  }

  /** Counts one read; returns how many moves it makes due. */
  int read() {
    if (pace.reads() == 0) {
      return 0;
    }
    reads++;
    if (reads < pace.reads()) {
      return 0;
    }
    reads = 0;
    return pace.steps();
  }

  /** The time of the last move that was due by time, or the start of counting. */
  Instant since() {
    return since;
  }
}
