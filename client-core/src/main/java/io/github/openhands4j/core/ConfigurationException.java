package io.github.openhands4j.core;

/**
 * An option or argument was refused before anything was sent. The message names it and says what is
 * accepted.
 */
public final class ConfigurationException extends OpenHandsException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param code what was refused
   * @param message names the option and what is accepted
   */
  public ConfigurationException(ErrorCode code, String message) {
    super(code, message, false, null);
  }
}
