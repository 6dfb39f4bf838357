package io.github.openhands4j.core;

/**
 * A start could not be written down in the {@link StartJournal}, so it was not sent. Nothing was
 * started; repeat it when the journal can be written again.
 */
public final class JournalException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param cause why the journal could not be written
   */
  public JournalException(Throwable cause) {
    super(
        ErrorCode.JOURNAL_FAILED,
        "A start was not sent, since it could not be written down in the journal ("
            + cause.getClass().getSimpleName()
            + "). Nothing was started.",
        false,
        cause);
  }
}
