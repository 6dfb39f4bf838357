package io.github.openhands4j.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted. Its interrupt flag is set again; a job on the server is not
 * touched.
 */
public final class CallInterruptedException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final @Nullable StartHandle handle;

  /**
   * Creates an exception.
   *
   * @param message what was interrupted
   * @param requestMayHaveBeenSent whether a byte of the request may have been written
   * @param handle the start that may have been made or was waited for, or null
   * @param cause the failure below, or null
   */
  public CallInterruptedException(
      String message,
      boolean requestMayHaveBeenSent,
      @Nullable StartHandle handle,
      @Nullable Throwable cause) {
    super(ErrorCode.INTERRUPTED, message, requestMayHaveBeenSent, cause);
    this.handle = handle;
  }

  /**
   * The start that was waited for or resolved, or that was being made and may have been taken.
   *
   * @return its handle; empty if no start was concerned, or if the start was certainly not made
   */
  public Optional<StartHandle> handle() {
    return Optional.ofNullable(handle);
  }
}
