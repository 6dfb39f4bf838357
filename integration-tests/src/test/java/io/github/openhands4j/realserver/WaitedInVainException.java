package io.github.openhands4j.realserver;

/** A server did not do what was waited for. */
public final class WaitedInVainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WaitedInVainException(String what) {
    super("waited in vain: " + what);
  }
}
