package io.github.openhands4j.core.internal.resilience;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which failed calls are sent again, by what the call does. This is the only place that decides it.
 */
public enum OperationClass {
  /** Reads only: repeated after anything that may pass by. */
  READ,
  /** Starts a job: repeated only when nothing was sent, or the rate limiter turned it away. */
  START,
  /** Sends a message to the agent: as a start. */
  MESSAGE,
  /** Any other write: as a start. */
  OTHER_WRITE;

  /** Nothing was sent, and the next attempt would end the same. */
  private static final Set<ErrorCode> NEVER =
      EnumSet.of(ErrorCode.ORIGIN_REFUSED, ErrorCode.TLS_REFUSED, ErrorCode.PROXY_REFUSED);

  /**
   * Whether a call of this class may be sent again after a failure.
   *
   * @param failure what the attempt threw
   * @return true if repeating can help and can do no harm
   */
  public boolean mayRepeat(OpenHandsException failure) {
    if (failure instanceof CallInterruptedException
        || failure instanceof ClientClosedException
        || failure instanceof ConfigurationException
        || failure instanceof DeadlineExceededException
        || NEVER.contains(failure.code())) {
      return false;
    }
    return switch (FailureClass.of(failure)) {
      case NOT_SENT -> true;
      case REJECTED -> status(failure) == 429 || (this == READ && status(failure) == 425);
      case AMBIGUOUS -> this == READ && status(failure) != 501 && status(failure) != 409;
      case UNREADABLE -> this == READ && failure.code() == ErrorCode.ANSWER_CUT;
    };
  }

  private static int status(OpenHandsException failure) {
    return failure instanceof ApiException answer ? answer.status() : 0;
  }
}
