package io.github.openhands4j.core;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** 429: too many requests. Nothing was done; the call may be repeated after the wait. */
public final class RateLimitedException extends ApiException {

  private static final long serialVersionUID = 1L;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  RateLimitedException(ErrorAnswer answer) {
    super(ErrorCode.RATE_LIMITED, answer, "Too many requests for this key; wait and try again.");
  }

  /**
   * The wait the server asked for.
   *
   * @return the wait, if the server named one in whole seconds
   */
  public Optional<Duration> retryAfter() {
    return answer()
        .header("retry-after")
        .map(String::strip)
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
