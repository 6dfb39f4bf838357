package io.github.openhands4j.core;

/**
 * 429: too many requests. Nothing was done; the call may be repeated after {@link #retryAfter()},
 * or after a second if the server names no wait.
 */
public final class RateLimitedException extends ApiException {

  private static final long serialVersionUID = 1L;

  RateLimitedException(ErrorAnswer answer) {
    super(ErrorCode.RATE_LIMITED, answer, "Too many requests for this key; wait and try again.");
  }
}
