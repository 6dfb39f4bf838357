package io.github.openhands4j.realserver.twin;

/** A server did not do what was waited for. */
final class WaitedInVainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WaitedInVainException(String what) {
    super("waited in vain: " + what);
  }
}
