package io.github.openhands4j.benchmarks.server;

/** What becomes of a request that was carried out. */
public sealed interface Reply {

  /**
   * It is answered with 200.
   *
   * @param json the body
   * @param last whether the connection is closed after it
   */
  record Json(String json, boolean last) implements Reply {

    /**
     * An answer that leaves the connection open.
     *
     * @param json the body
     */
    public Json(String json) {
      this(json, false);
    }
  }

  /**
   * The connection is closed without an answer.
   *
   * @param closed runs right before the close
   */
  record Lost(Runnable closed) implements Reply {}
}
