package io.github.openhands4j.crash;

/** Where between two steps of a start its process stands still, to be killed there. */
public enum Halt {
  /** Nothing is written down, nothing is sent. */
  BEFORE_IT_IS_WRITTEN_DOWN(false, false),
  /** It is written down, nothing is sent. */
  BEFORE_IT_IS_SENT(true, false),
  /** One byte of the request has left. */
  AFTER_THE_FIRST_BYTE(true, false),
  /** The request has left but for its end. */
  BEFORE_THE_LAST_BYTES(true, false),
  /** The server has the start; its answer has not arrived. */
  BEFORE_THE_ANSWER(true, true),
  /** The answer was lost; the server was asked for the start, and has not been heard. */
  IN_A_LOOK(true, true),
  /** Another process asks for the start, and has not heard the answer. */
  IN_A_RESOLVE(true, true),
  /** The answer has arrived; the outcome is not written down. */
  BEFORE_THE_OUTCOME_IS_WRITTEN_DOWN(true, true),
  /** The outcome is written down; the caller does not have it. */
  BEFORE_THE_CALLER_IS_TOLD(true, true);

  private final boolean written;
  private final boolean taken;

  Halt(boolean written, boolean taken) {
    this.written = written;
    this.taken = taken;
  }

  /**
   * Whether the journal has the start by then.
   *
   * @return true if it has
   */
  public boolean isWritten() {
    return written;
  }

  /**
   * Whether the server has the start by then.
   *
   * @return true if it has
   */
  public boolean isTaken() {
    return taken;
  }
}
