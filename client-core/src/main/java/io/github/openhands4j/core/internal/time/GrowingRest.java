package io.github.openhands4j.core.internal.time;

import java.time.Duration;

/**
 * The rests between looks at something that takes a while: each is twice as long as the one before,
 * up to a longest. For one thread.
 */
public final class GrowingRest {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  /**
   * Creates the rests.
   *
   * @param first the first of them
   * @param longest what none of them exceeds
   */
  public GrowingRest(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /**
   * Whether the next rest leaves time for another look.
   *
   * @param deadline the end of all looks
   * @return true if it is over before the deadline
   */
  public boolean endsBefore(Deadline deadline) {
    return next.compareTo(deadline.remaining()) < 0;
  }

  /**
   * Takes the next rest.
   *
   * @return how long it is
   */
  public Duration take() {
    Duration taken = next;
    Duration doubled = taken.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return taken;
  }

  /** Begins with the first one again. */
  public void restart() {
    next = first;
  }
}
