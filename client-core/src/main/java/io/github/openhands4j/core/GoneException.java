package io.github.openhands4j.core;

/** 410: the object is gone, or its sandbox reads as gone, which a busy one does in passing. */
public final class GoneException extends ApiException {

  private static final long serialVersionUID = 1L;

  GoneException(ErrorAnswer answer) {
    super(ErrorCode.GONE, answer, "The object is gone.");
  }
}
