package io.github.openhands4j.core;

import org.jspecify.annotations.Nullable;

/**
 * There was no answer: no connection, or it broke, or what was to be sent could not be read.
 *
 * <p>{@link #requestMayHaveBeenSent()} is false only when it is certain that nothing was written;
 * then any call may be repeated. Otherwise only reads may.
 */
public final class TransportException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param code {@link ErrorCode#NOT_SENT}, {@link ErrorCode#TLS_REFUSED}, {@link
   *     ErrorCode#PROXY_REFUSED}, {@link ErrorCode#CONNECTION_LOST}, {@link
   *     ErrorCode#ORIGIN_REFUSED}, {@link ErrorCode#ADDRESS_REFUSED} or {@link
   *     ErrorCode#CONTENT_UNREADABLE}
   * @param message what was done and what broke
   * @param requestMayHaveBeenSent whether a byte of the request may have been written
   * @param cause the failure below
   */
  public TransportException(
      ErrorCode code, String message, boolean requestMayHaveBeenSent, @Nullable Throwable cause) {
    super(code, message, requestMayHaveBeenSent, cause);
  }
}
