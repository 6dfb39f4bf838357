package io.github.openhands4j.core;

/**
 * Whether the server took a start could not be found out.
 *
 * <p>Do not start again: ask with the handle, now or later, from any process. The conversation, if
 * there is one, has the handle's id.
 */
public final class StartOutcomeUnknownException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final StartHandle handle;
  private final boolean lookedInVain;

  /**
   * Creates an exception.
   *
   * @param handle the start
   * @param looks how often the server was asked afterwards
   * @param lookedInVain whether the server answered the last time, and did not know it
   * @param cause what kept the answer from us
   */
  public StartOutcomeUnknownException(
      StartHandle handle, int looks, boolean lookedInVain, Throwable cause) {
    super(
        ErrorCode.START_OUTCOME_UNKNOWN,
        "The start of conversation "
            + handle.conversationId()
            + " was sent and its answer was lost; "
            + asked(looks, lookedInVain)
            + " Do not start again: call conversations().resolve(handle)."
            + " What went wrong: "
            + cause.getMessage(),
        true,
        cause);
    this.handle = handle;
    this.lookedInVain = lookedInVain;
  }

  private static String asked(int looks, boolean lookedInVain) {
    if (looks == 0) {
      return "there was no time to ask the server for it.";
    }
    return "the server was asked "
        + looks
        + (looks == 1 ? " time" : " times")
        + (lookedInVain
            ? " and did not know it yet."
            : ", the last time without an answer that tells.");
  }

  /**
   * The start.
   *
   * @return its handle, to be resolved later
   */
  public StartHandle handle() {
    return handle;
  }

  /**
   * Whether the server answered when it was last asked, and did not know the start (yet).
   *
   * @return false if it was not asked, or did not answer
   */
  public boolean lookedInVain() {
    return lookedInVain;
  }
}
