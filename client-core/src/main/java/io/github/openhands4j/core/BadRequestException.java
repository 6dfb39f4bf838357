package io.github.openhands4j.core;

/** 400: the server refused the request as malformed. Repeating it is of no use. */
public final class BadRequestException extends ApiException {

  private static final long serialVersionUID = 1L;

  BadRequestException(ErrorAnswer answer) {
    super(
        ErrorCode.BAD_REQUEST,
        answer,
        "The server refused the request; its words are in serverMessage() and body().");
  }
}
