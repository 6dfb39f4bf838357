package io.github.openhands4j.simulation;

/** A rate limiter with fixed windows, which says how long a window lasts and rounds that down. */
final class ModelLimiter {

  private static final int SECONDS_WORTH = 10;

  private final int perSecond;
  private long second = -1;
  private int inSecond;
  private long minute = -1;
  private int inMinute;

  /** So many requests a second, and ten times as many a minute; zero lets all through. */
  ModelLimiter(int perSecond) {
    this.perSecond = perSecond;
  }

  /** The wait it asks for in seconds, or -1 if it lets the request through. */
  long refuses(long now) {
    if (perSecond == 0) {
      return -1;
    }
    if (now / Nanos.SECOND != second) {
      second = now / Nanos.SECOND;
      inSecond = 0;
    }
    if (now / Nanos.MINUTE != minute) {
      minute = now / Nanos.MINUTE;
      inMinute = 0;
    }
    inSecond++;
    inMinute++;
    if (inMinute > SECONDS_WORTH * perSecond) {
      return ((minute + 1) * Nanos.MINUTE - now) / Nanos.SECOND;
    }
    return inSecond > perSecond ? 0 : -1;
  }
}
