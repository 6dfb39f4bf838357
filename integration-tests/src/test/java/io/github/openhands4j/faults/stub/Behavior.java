package io.github.openhands4j.faults.stub;

import java.io.IOException;

/** What the server does with one request. */
@FunctionalInterface
public interface Behavior {

  /**
   * Answers, or does not.
   *
   * @param exchange the request and the way back
   * @throws IOException if the client went away, which ends the connection
   */
  void play(Exchange exchange) throws IOException;

  /**
   * The same, after the server has done what it was asked for.
   *
   * @return a behavior that takes a start before it plays this one
   */
  default Behavior taken() {
    return exchange -> {
      exchange.take();
      play(exchange);
    };
  }
}
