package io.github.openhands4j.testing;

import io.github.openhands4j.core.ClientOptionsBuilder;

/** Options of clients that make more requests in a second than a person makes in an hour. */
public final class LiftedLimits {

  private LiftedLimits() {}

  /**
   * Lifts the budget of requests, so that tests do not wait for their turns.
   *
   * @param options the options of a client
   * @return the same builder
   */
  public static ClientOptionsBuilder in(ClientOptionsBuilder options) {
    return options.requestsPerMinute(60_000).requestsPerSecond(1_000).pollsPerMinute(600);
  }
}
