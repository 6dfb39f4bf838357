package io.github.openhands4j.core;

/**
 * What was waited for is no longer there: for over a minute the server listed neither its start
 * task nor its conversation, or it says READY and names no conversation. Mostly somebody deleted
 * it, or the key is of another user. It may come back; a new start is a new job.
 */
public final class StartVanishedException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final StartHandle handle;
  private final String lastState;

  /**
   * Creates an exception.
   *
   * @param handle the start that was waited for
   * @param lastState what was last seen, in the server's words
   */
  public StartVanishedException(StartHandle handle, String lastState) {
    super(
        ErrorCode.START_VANISHED,
        "Conversation "
            + handle.conversationId()
            + " and its start task are not listed any more; last seen: "
            + lastState
            + ". It may have been deleted. Resolve the handle before you start anew.",
        true,
        null);
    this.handle = handle;
    this.lastState = lastState;
  }

  /**
   * The start.
   *
   * @return its handle, to ask for it later
   */
  public StartHandle handle() {
    return handle;
  }

  /**
   * What was last seen.
   *
   * @return in the server's words, for example {@code start WORKING}
   */
  public String lastState() {
    return lastState;
  }
}
