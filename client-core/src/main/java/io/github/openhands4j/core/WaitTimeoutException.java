package io.github.openhands4j.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A wait ended before what it waited for. The job goes on untouched; wait again with the handle.
 */
public final class WaitTimeoutException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final StartHandle handle;
  private final String lastState;

  /**
   * Creates an exception.
   *
   * @param handle the start that was waited for
   * @param limit how long was waited
   * @param lastState what was last seen, in the server's words
   * @param lastFailure the last failed read, or null
   */
  public WaitTimeoutException(
      StartHandle handle, Duration limit, String lastState, @Nullable Throwable lastFailure) {
    super(
        ErrorCode.WAIT_TIMEOUT,
        "Conversation "
            + handle.conversationId()
            + " was waited for "
            + limit.toSeconds()
            + " s; last seen: "
            + lastState
            + ". The job goes on; wait again with the handle.",
        true,
        lastFailure);
    this.handle = handle;
    this.lastState = lastState;
  }

  /**
   * The start.
   *
   * @return its handle, to wait on
   */
  public StartHandle handle() {
    return handle;
  }

  /**
   * What was last seen.
   *
   * @return in the server's words, for example {@code sandbox RUNNING, agent running}
   */
  public String lastState() {
    return lastState;
  }
}
