package io.github.openhands4j.core;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 429: too many requests. Nothing was done; the call may be repeated after the wait. */
public final class RateLimitedException extends ApiException {

  private static final long serialVersionUID = 1L;
  private static final Pattern SECONDS = Pattern.compile("0*(\\d+)");
  private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

  RateLimitedException(ErrorAnswer answer) {
    super(ErrorCode.RATE_LIMITED, answer, "Too many requests for this key; wait and try again.");
  }

  /**
   * The wait the server asked for.
   *
   * @return the wait, if the server named one in whole seconds; the longest of several; at most
   *     999,999,999 s
   */
  public Optional<Duration> retryAfter() {
    return answer().headers().getOrDefault("retry-after", List.of()).stream()
        .map(String::strip)
        .map(SECONDS::matcher)
        .filter(Matcher::matches)
        .map(matcher -> seconds(matcher.group(1)))
        .max(Comparator.naturalOrder());
  }

  private static Duration seconds(String digits) {
    return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
  }
}
