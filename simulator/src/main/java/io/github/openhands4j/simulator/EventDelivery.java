package io.github.openhands4j.simulator;

import java.time.Duration;

/**
 * How events come from an agent server to the app server: as soon as so many wait, all complete
 * batches go; what is left goes when the oldest of it has waited long enough.
 *
 * @param batch how many events make a batch, at least 1
 * @param patience how long an incomplete batch waits
 */
record EventDelivery(int batch, Duration patience) {

  /** Nothing waits. */
  static final EventDelivery AT_ONCE = new EventDelivery(1, Duration.ZERO);

  /** Checks the numbers. */
  EventDelivery {
    if (batch < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "no delivery in batches of " + batch + " after " + patience);
    }
  }
}
