package io.github.openhands4j.core.internal.resilience;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;

/** Tells what ended on our side from what the server or the network did. */
public final class OurOwnEnd {

  private OurOwnEnd() {}

  /**
   * Whether a call ended because its thread was interrupted or its client closed: then nothing more
   * is asked on its behalf.
   *
   * @param failure what the call threw
   * @return true for these two
   */
  public static boolean is(Throwable failure) {
    return failure instanceof CallInterruptedException || failure instanceof ClientClosedException;
  }
}
