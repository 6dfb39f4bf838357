package io.github.openhands4j.v1.internal.poll;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/** Keeps the reads of every span of a minute within the budget. */
final class ReadBudget {

  private static final Duration SPAN = Duration.ofMinutes(1);

  private final int perMinute;
  private final Deque<Long> made = new ArrayDeque<>();

  ReadBudget(int perMinute) {
    this.perMinute = perMinute;
  }

  /** How many reads may be made now. */
  int free(long nowNanos) {
    while (!made.isEmpty() && nowNanos - made.getFirst() >= SPAN.toNanos()) {
      made.removeFirst();
    }
    return perMinute - made.size();
  }

  /** The time until a read may be made. */
  Duration untilFree(long nowNanos) {
    return free(nowNanos) > 0 ? Duration.ZERO : SPAN.minusNanos(nowNanos - made.getFirst());
  }

  /** Reads have ended; none of them began later. */
  void made(int reads, long nowNanos) {
    made.addAll(Collections.nCopies(reads, nowNanos));
  }
}
