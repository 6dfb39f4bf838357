package io.github.openhands4j.benchmarks.server;

/** What becomes of a request that was carried out. */
public sealed interface Reply {

  /**
   * It is answered with 200.
   *
   * @param json the body
   */
  record Json(String json) implements Reply {}

  /**
   * The connection is closed without an answer.
   *
   * @param closed runs right before the close
   */
  record Lost(Runnable closed) implements Reply {}
}
