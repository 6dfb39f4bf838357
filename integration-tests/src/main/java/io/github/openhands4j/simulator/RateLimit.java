package io.github.openhands4j.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A fixed-window limit of all requests, as the Cloud has one per user. Guarded by the world. */
final class RateLimit {

  private final int requests;
  private final Duration window;
  private Instant ends = Instant.MIN;
  private int used;

  /** So many requests in each window. */
  RateLimit(SimulatorOptions.Limit limit) {
    this.requests = limit.requests();
    this.window = limit.window();
  }

  /** Counts a request; the 429 answer when it is one too many. */
  Optional<Reply> refuse(Instant now) {
    if (!now.isBefore(ends)) {
      ends = now.plus(window);
      used = 0;
    }
    used++;
    if (used <= requests) {
      return Optional.empty();
    }
    return Optional.of(
        Reply.error(429, "Rate limit exceeded: " + requests + " per " + period())
            .header("X-RateLimit-Limit", String.valueOf(requests))
            .header("X-RateLimit-Remaining", "0")
            .header("X-RateLimit-Reset", String.valueOf(ends.getEpochSecond()))
            // whole seconds, cut off: in the last second of a window this is 0
            .header("Retry-After", String.valueOf(Duration.between(now, ends).toSeconds())));
  }

  private String period() {
    long seconds = window.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + " minute" : seconds + " second";
  }
}
