package io.github.openhands4j.core.internal.resilience;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.TransportException;

/** Failures of a call that are none of this library's: what they hide may have been done. */
public final class OddFailures {

  private OddFailures() {}

  /**
   * The failure of a call whose answer was lost on our side.
   *
   * @param what names the answer, at the beginning of the message
   * @param odd what was thrown
   * @return an exception that says that the request may have been sent
   */
  public static TransportException of(String what, Throwable odd) {
    return new TransportException(
        ErrorCode.CONNECTION_LOST,
        what + " could not be taken in (" + odd.getClass().getName() + ").",
        true,
        odd);
  }
}
