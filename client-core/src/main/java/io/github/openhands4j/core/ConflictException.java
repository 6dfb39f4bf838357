package io.github.openhands4j.core;

/** 409: the object is in a state that forbids the call, for example a paused sandbox. */
public final class ConflictException extends ApiException {

  private static final long serialVersionUID = 1L;

  ConflictException(ErrorAnswer answer) {
    super(
        ErrorCode.CONFLICT,
        answer,
        "The object is in a state that forbids this; read its state, then try again.");
  }
}
