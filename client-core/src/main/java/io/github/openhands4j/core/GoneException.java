package io.github.openhands4j.core;

/** 410: the object or the API is gone for good. */
public final class GoneException extends ApiException {

  private static final long serialVersionUID = 1L;

  GoneException(ErrorAnswer answer) {
    super(ErrorCode.GONE, answer, "The object is gone.");
  }
}
