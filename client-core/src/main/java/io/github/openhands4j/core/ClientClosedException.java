package io.github.openhands4j.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client was closed before or during the call. Jobs on the server are not touched. */
public final class ClientClosedException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final @Nullable StartHandle handle;

  /**
   * Creates an exception.
   *
   * @param handle the start that was waited for, or null
   * @param requestMayHaveBeenSent whether a byte of a request may have been written
   */
  public ClientClosedException(@Nullable StartHandle handle, boolean requestMayHaveBeenSent) {
    this(handle, requestMayHaveBeenSent, null);
  }

  /**
   * Creates an exception.
   *
   * @param handle the start that was made or waited for, or null
   * @param requestMayHaveBeenSent whether a byte of a request may have been written
   * @param cause the failure below, or null
   */
  public ClientClosedException(
      @Nullable StartHandle handle, boolean requestMayHaveBeenSent, @Nullable Throwable cause) {
    super(
        ErrorCode.CLIENT_CLOSED,
        "The client is closed."
            + (handle == null
                ? ""
                : " Conversation " + handle.conversationId() + " goes on; wait with the handle."),
        requestMayHaveBeenSent,
        cause);
    this.handle = handle;
  }

  /**
   * The start that was waited for.
   *
   * @return its handle, if a start was concerned
   */
  public Optional<StartHandle> handle() {
    return Optional.ofNullable(handle);
  }
}
