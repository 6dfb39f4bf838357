package io.github.openhands4j.benchmarks.guards;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock of which every reading is a second after the last: no turn has to be waited for. */
final class HurriedTime implements TimeSource {

  private long nanos;

  @Override
  public long nanoTime() {
    return nanos += 1_000_000_000;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public void sleep(Duration duration) {
    nanos += duration.toNanos();
  }
}
