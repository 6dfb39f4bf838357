package io.github.openhands4j.core;

import org.jspecify.annotations.Nullable;

/**
 * The root of what this library throws. Its branches tell what the caller can do about it.
 *
 * <p>The message names what was done, what came back, what to do, and the code; it holds no secret
 * and no body. Earlier attempts of the same call are attached as suppressed exceptions.
 */
public class OpenHandsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final boolean requestMayHaveBeenSent;

  /**
   * Creates an exception.
   *
   * @param code the code, appended to the message
   * @param message what happened and what to do
   * @param requestMayHaveBeenSent whether a byte of the request may have reached the server
   * @param cause the cause, or null
   */
  protected OpenHandsException(
      ErrorCode code, String message, boolean requestMayHaveBeenSent, @Nullable Throwable cause) {
    super(message + " [" + code.id() + "]", cause);
    this.code = code;
    this.requestMayHaveBeenSent = requestMayHaveBeenSent;
  }

  /**
   * The stable code of this kind of failure.
   *
   * @return the code, described in {@code docs/errors.md}
   */
  public final ErrorCode code() {
    return code;
  }

  /**
   * Whether the server may have seen the request.
   *
   * @return false only if it is certain that no byte of the request was written
   */
  public final boolean requestMayHaveBeenSent() {
    return requestMayHaveBeenSent;
  }
}
