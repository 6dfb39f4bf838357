package io.github.openhands4j.core.testing;

import java.io.IOException;

/** What the server does with one request that it has read. */
@FunctionalInterface
public interface Script {

  /** What becomes of the connection. */
  enum After {
    /** The next request of the connection is read. */
    KEEP,
    /** The connection is closed. */
    CLOSE
  }

  /**
   * Answers a request, or does not.
   *
   * @param visit the request and the way back
   * @return what becomes of the connection
   * @throws IOException if the client went away, which ends the connection
   */
  After play(Visit visit) throws IOException;
}
