package io.github.openhands4j.core.internal.limits;

import java.time.Duration;
import java.util.Arrays;

/**
 * When the requests of the last minute left, and so when the next ones may. No clock: times are
 * monotonic readings that are passed in. One caller at a time.
 */
final class Departures {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private long[] ring = new long[16];
  private int first;
  private int size;

  /** A request leaves. */
  void add(long nowNanos) {
    while (size > 0 && nowNanos - get(0) >= MINUTE) {
      first = (first + 1) % ring.length;
      size--;
    }
    if (size == ring.length) {
      long[] larger = new long[ring.length * 2];
      for (int i = 0; i < size; i++) {
        larger[i] = get(i);
      }
      ring = larger;
      first = 0;
    }
    ring[(first + size) % ring.length] = nowNanos;
    size++;
  }

  /**
   * The earliest time for a request that lets others go first.
   *
   * @param ahead how many others
   * @param limits how many requests may leave
   * @param nowNanos a monotonic reading
   * @return a monotonic reading, not before now
   */
  long earliest(int ahead, RequestLimits limits, long nowNanos) {
    long[] planned = new long[ahead + 1];
    Arrays.fill(planned, nowNanos);
    for (int i = 0; i <= ahead; i++) {
      if (i > 0) {
        planned[i] = planned[i - 1];
      }
      planned[i] = notBefore(i, limits.perMinute(), MINUTE, planned);
      planned[i] = notBefore(i, limits.perSecond(), SECOND, planned);
    }
    return planned[ahead];
  }

  /** The request that is as many places before as the limit allows must be a whole span old. */
  private long notBefore(int index, int limit, long span, long[] planned) {
    int before = size + index - limit;
    if (before < 0) {
      return planned[index];
    }
    long free = (before < size ? get(before) : planned[before - size]) + span;
    return free - planned[index] > 0 ? free : planned[index];
  }

  private long get(int index) {
    return ring[(first + index) % ring.length];
  }
}
