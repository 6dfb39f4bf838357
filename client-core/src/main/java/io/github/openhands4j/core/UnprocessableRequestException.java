package io.github.openhands4j.core;

/** 422: a field of the request was refused. Repeating it is of no use. */
public final class UnprocessableRequestException extends ApiException {

  private static final long serialVersionUID = 1L;

  UnprocessableRequestException(ErrorAnswer answer) {
    super(ErrorCode.UNPROCESSABLE, answer, "A field was refused; body() names it.");
  }
}
