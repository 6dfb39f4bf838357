package io.github.openhands4j.core;

/**
 * 401: the key was refused, or a git provider refused its token. Not repeated with the same key.
 */
public final class UnauthorizedException extends ApiException {

  private static final long serialVersionUID = 1L;

  UnauthorizedException(ErrorAnswer answer) {
    super(ErrorCode.UNAUTHORIZED, answer, "Check the API key and that it belongs to this server.");
  }
}
