package io.github.openhands4j.compat.internal.http.route;

import java.util.concurrent.atomic.AtomicLong;

/** How much of bodies may be held: of one, and of all that come at the same time. Thread-safe. */
public final class BodyLimits {

  private final int mostOfOne;
  private final long mostOfAll;
  private final AtomicLong held = new AtomicLong();

  /**
   * Nothing is held yet.
   *
   * @param mostOfOne the largest body, in bytes
   * @param mostOfAll how many bytes all bodies together may have
   */
  public BodyLimits(int mostOfOne, long mostOfAll) {
    this.mostOfOne = mostOfOne;
    this.mostOfAll = mostOfAll;
  }

  int mostOfOne() {
    return mostOfOne;
  }

  /** Counts bytes that are to be held; false, and nothing is counted, if they are too many. */
  boolean hold(long bytes) {
    if (held.addAndGet(bytes) <= mostOfAll) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  void release(long bytes) {
    held.addAndGet(-bytes);
  }
}
