package io.github.openhands4j.core;

/** 5xx: the server or a gateway before it failed. A write may have been done all the same. */
public final class ServerErrorException extends ApiException {

  private static final long serialVersionUID = 1L;

  ServerErrorException(ErrorAnswer answer) {
    super(
        ErrorCode.SERVER_ERROR,
        answer,
        "The server failed; a write may have been done all the same.");
  }
}
