package io.github.openhands4j.core;

import org.jspecify.annotations.Nullable;

/**
 * The server answered with success, and the answer is not what the API answers with: a web page, a
 * cut or oversized body, JSON of another shape. A write may have been done.
 */
public final class UnreadableAnswerException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * Creates an exception.
   *
   * @param code {@link ErrorCode#ANSWER_IS_HTML}, {@link ErrorCode#ANSWER_UNREADABLE}, {@link
   *     ErrorCode#ANSWER_CUT} or {@link ErrorCode#ANSWER_TOO_LARGE}
   * @param status the HTTP status of the answer
   * @param message what was done and what is wrong with the answer
   * @param cause the failure below, or null
   */
  public UnreadableAnswerException(
      ErrorCode code, int status, String message, @Nullable Throwable cause) {
    super(code, message, true, cause);
    this.status = status;
  }

  /**
   * The HTTP status of the answer.
   *
   * @return for example 200
   */
  public int status() {
    return status;
  }
}
