package io.github.openhands4j.core;

import java.time.Duration;

/**
 * A call did not end within its time, all attempts and waits together, or what it sends or answers
 * stopped for too long.
 */
public final class DeadlineExceededException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final Duration limit;

  /**
   * Creates an exception.
   *
   * @param operation what was done, as method and path template
   * @param limit the time the call had
   * @param requestMayHaveBeenSent whether a byte of the request may have been written
   * @param cause the failure below
   */
  public DeadlineExceededException(
      String operation, Duration limit, boolean requestMayHaveBeenSent, Throwable cause) {
    this(
        operation
            + " did not end within "
            + limit.toMillis()
            + " ms. The server may be slow or unreachable; "
            + (requestMayHaveBeenSent ? "it may have done what was asked." : "nothing was sent."),
        requestMayHaveBeenSent,
        cause,
        operation,
        limit);
  }

  private DeadlineExceededException(
      String message,
      boolean requestMayHaveBeenSent,
      Throwable cause,
      String operation,
      Duration limit) {
    super(ErrorCode.DEADLINE_EXCEEDED, message, requestMayHaveBeenSent, cause);
    this.operation = operation;
    this.limit = limit;
  }

  /**
   * The exception for an answer that began and then stopped to arrive.
   *
   * @param operation what was done, as method and path template
   * @param silence how long nothing came
   * @param cause the failure below
   * @return the exception
   */
  public static DeadlineExceededException inTheAnswer(
      String operation, Duration silence, Throwable cause) {
    return new DeadlineExceededException(
        operation
            + ": nothing more of the answer came for "
            + silence.toMillis()
            + " ms. What was read so far is not the whole.",
        true,
        cause,
        operation,
        silence);
  }

  /**
   * The exception for a content that was sent, or a part of it, before nothing went on.
   *
   * @param operation what was done, as method and path template
   * @param silence how long nothing was read, sent or answered
   * @param cause the failure below
   * @return the exception
   */
  public static DeadlineExceededException inTheContent(
      String operation, Duration silence, Throwable cause) {
    return new DeadlineExceededException(
        operation
            + ": the content or a part of it was sent, then nothing went on for "
            + silence.toMillis()
            + " ms. Its source or the server may be slow; the server may have done what was asked.",
        true,
        cause,
        operation,
        silence);
  }

  /**
   * The exception for what waited on our side for its turn and did not get it.
   *
   * @param operation what waited
   * @param limit how long it may wait
   * @param cause the failure below
   * @return the exception
   */
  public static DeadlineExceededException inTheQueue(
      String operation, Duration limit, Throwable cause) {
    return new DeadlineExceededException(
        operation + " did not get its turn within " + limit.toMillis() + " ms; nothing was sent.",
        false,
        cause,
        operation,
        limit);
  }

  /**
   * What was done.
   *
   * @return method and path template
   */
  public String operation() {
    return operation;
  }

  /**
   * The time the call had.
   *
   * @return the limit that was exceeded
   */
  public Duration limit() {
    return limit;
  }
}
