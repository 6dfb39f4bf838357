package io.github.openhands4j.core.internal.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Keeps the reads of every span of a minute within the budget, and spreads them over it: a few may
 * come early, which a start of two seconds needs, then each takes its share of the minute. Without
 * the spreading, the first half of a minute would use it up and the second half see nothing.
 *
 * <p>Several pollers may share it. Thread-safe.
 */
public final class ReadBudget {

  private static final Duration SPAN = Duration.ofMinutes(1);

  /** One read in so many may come early. */
  private static final int EARLY_SHARE = 20;

  /** The rest where nothing but the end of another's reads is waited for. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final int perMinute;
  private final long shareNanos;
  private final long earlyNanos;
  private final Deque<Long> made = new ArrayDeque<>();
  private long usedUpToNanos;
  private int underWay;

  /**
   * A budget that is not used yet.
   *
   * @param perMinute how many reads may be made in any minute
   */
  public ReadBudget(int perMinute) {
    this(perMinute, perMinute / EARLY_SHARE);
  }

  /**
   * A budget that is not used yet.
   *
   * @param perMinute how many reads may be made in any minute
   * @param early how many of them may come early; fewer than all
   */
  public ReadBudget(int perMinute, int early) {
    this.perMinute = perMinute;
    this.shareNanos = SPAN.toNanos() / (perMinute - early);
    this.earlyNanos = early * shareNanos;
  }

  /**
   * How many reads may be made now.
   *
   * @param nowNanos a monotonic reading
   * @return the number, which no plan may exceed
   */
  public synchronized int free(long nowNanos) {
    return untilFree(nowNanos).isZero() ? perMinute - made.size() - underWay : 0;
  }

  /**
   * Reads begin: as many of those that are free now as the plan takes.
   *
   * @param nowNanos a monotonic reading
   * @param plan gives the reads, of which there may be so many
   * @param <T> the type of a read
   * @return the reads
   */
  public synchronized <T> List<T> begin(long nowNanos, IntFunction<List<T>> plan) {
    List<T> reads = plan.apply(free(nowNanos));
    underWay += reads.size();
    return reads;
  }

  /**
   * The time until a read may be made.
   *
   * @param nowNanos a monotonic reading
   * @return nothing if one may be made now
   */
  public synchronized Duration untilFree(long nowNanos) {
    while (!made.isEmpty() && nowNanos - made.getFirst() >= SPAN.toNanos()) {
      made.removeFirst();
    }
    boolean full = made.size() + underWay >= perMinute;
    if (made.isEmpty()) {
      return full ? SOON : Duration.ZERO;
    }
    long untilShare = usedUpToNanos - earlyNanos - nowNanos;
    long untilRoom = full ? SPAN.minusNanos(nowNanos - made.getFirst()).toNanos() : 0;
    return Duration.ofNanos(Math.max(0, Math.max(untilShare, untilRoom)));
  }

  /**
   * Reads have ended; none of them began later.
   *
   * @param begun how many of them were to be made
   * @param reads how many were made
   * @param nowNanos a monotonic reading
   */
  public synchronized void made(int begun, int reads, long nowNanos) {
    underWay -= begun;
    if (reads == 0) {
      return;
    }
    boolean saved = made.isEmpty() || usedUpToNanos - nowNanos < 0;
    usedUpToNanos = (saved ? nowNanos : usedUpToNanos) + reads * shareNanos;
    made.addAll(Collections.nCopies(reads, nowNanos));
  }
}
