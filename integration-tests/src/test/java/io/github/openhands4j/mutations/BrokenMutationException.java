package io.github.openhands4j.mutations;

/** A guard cannot be switched off as written, or its tests cannot be run: its entry is wrong. */
final class BrokenMutationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenMutationException(String message) {
    super(message);
  }

  BrokenMutationException(String message, Throwable cause) {
    super(message, cause);
  }
}
