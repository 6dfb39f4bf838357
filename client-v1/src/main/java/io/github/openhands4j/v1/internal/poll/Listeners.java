package io.github.openhands4j.v1.internal.poll;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the program's listeners of progress. What they throw is theirs, and ends no wait. */
public final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.wait");

  private Listeners() {}

  /**
   * Tells a listener, on the calling thread.
   *
   * @param listener is run; what it throws is logged
   */
  public static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException | Error e) {
      LOG.warn("a progress listener threw; the wait goes on", e);
    }
  }
}
