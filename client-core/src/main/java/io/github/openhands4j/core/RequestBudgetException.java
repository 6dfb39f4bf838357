package io.github.openhands4j.core;

import java.time.Duration;

/**
 * A call was not sent: by the options {@code requests-per-minute} and {@code requests-per-second}
 * its turn would have come too late: after its time, or, for a write, with less than the ten
 * seconds left (or half of its time) that it keeps for the request itself. Any call may be
 * repeated.
 */
public final class RequestBudgetException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final Duration untilTurn;

  /**
   * Creates an exception.
   *
   * @param operation what was to be done, as method and path template
   * @param untilTurn how long the call would have to wait for its turn
   * @param left how long the call could wait for it
   */
  public RequestBudgetException(String operation, Duration untilTurn, Duration left) {
    super(
        ErrorCode.REQUEST_BUDGET_EXCEEDED,
        operation
            + " was not sent: its turn would come in "
            + untilTurn.toMillis()
            + " ms, and it can wait "
            + left.toMillis()
            + " ms. Clients of this key make more requests than requests-per-minute and"
            + " requests-per-second allow.",
        false,
        null);
    this.untilTurn = untilTurn;
  }

  /**
   * How long the call would have had to wait, as things were when it failed.
   *
   * @return the time until its turn
   */
  public Duration untilTurn() {
    return untilTurn;
  }
}
