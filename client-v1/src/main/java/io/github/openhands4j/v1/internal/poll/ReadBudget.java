package io.github.openhands4j.v1.internal.poll;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * Keeps the reads of every span of a minute within the budget, and spreads them over it: a few may
 * come early, which a start of two seconds needs, then each takes its share of the minute. Without
 * the spreading, the first half of a minute would use it up and the second half see nothing.
 */
final class ReadBudget {

  private static final Duration SPAN = Duration.ofMinutes(1);

  /** One read in so many may come early. */
  private static final int EARLY_SHARE = 20;

  private final int perMinute;
  private final long shareNanos;
  private final long earlyNanos;
  private final Deque<Long> made = new ArrayDeque<>();
  private long usedUpToNanos;

  ReadBudget(int perMinute) {
    int early = perMinute / EARLY_SHARE;
    this.perMinute = perMinute;
    this.shareNanos = SPAN.toNanos() / (perMinute - early);
    this.earlyNanos = early * shareNanos;
  }

  /** How many reads may be made now. */
  int free(long nowNanos) {
    return untilFree(nowNanos).isZero() ? perMinute - made.size() : 0;
  }

  /** The time until a read may be made. */
  Duration untilFree(long nowNanos) {
    while (!made.isEmpty() && nowNanos - made.getFirst() >= SPAN.toNanos()) {
      made.removeFirst();
    }
    if (made.isEmpty()) {
      return Duration.ZERO;
    }
    long untilShare = usedUpToNanos - earlyNanos - nowNanos;
    long untilRoom =
        made.size() < perMinute ? 0 : SPAN.minusNanos(nowNanos - made.getFirst()).toNanos();
    return Duration.ofNanos(Math.max(0, Math.max(untilShare, untilRoom)));
  }

  /** Reads have ended; none of them began later. */
  void made(int reads, long nowNanos) {
    boolean saved = made.isEmpty() || usedUpToNanos - nowNanos < 0;
    usedUpToNanos = (saved ? nowNanos : usedUpToNanos) + reads * shareNanos;
    made.addAll(Collections.nCopies(reads, nowNanos));
  }
}
