package io.github.openhands4j.core;

/**
 * 429: too many requests. The call may be repeated after {@link #retryAfter()}, or after a second
 * if the server names no wait.
 *
 * <p>Nothing was done if {@link #body()} is JSON, as the API's own answers are. With any other body
 * it is a gateway's answer, and a write may have been passed on before: look before it is repeated.
 */
public final class RateLimitedException extends ApiException {

  private static final long serialVersionUID = 1L;

  RateLimitedException(ErrorAnswer answer) {
    super(ErrorCode.RATE_LIMITED, answer, "Too many requests for this key; wait and try again.");
  }
}
