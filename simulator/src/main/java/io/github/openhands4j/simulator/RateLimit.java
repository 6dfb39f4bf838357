package io.github.openhands4j.simulator;

import java.time.Duration;
import java.time.Instant;

/** A fixed-window limit of all requests, as the Cloud has one per user. Guarded by the world. */
final class RateLimit implements Limiter {

  private final int requests;
  private final Duration window;
  private Instant ends = Instant.MIN;
  private int used;

  /** So many requests in each window. */
  RateLimit(SimulatorOptions.Limit limit) {
    this.requests = limit.requests();
    this.window = limit.window();
  }

  @Override
  public Verdict judge(String method, String path, Instant now) {
    if (!now.isBefore(ends)) {
      ends = now.plus(window);
      used = 0;
    }
    used++;
    if (used <= requests) {
      return Verdict.TAKEN;
    }
    return new Verdict(
        Reply.error(429, "Rate limit exceeded: " + requests + " per " + period())
            .header("X-RateLimit-Limit", String.valueOf(requests))
            .header("X-RateLimit-Remaining", "0")
            .header("X-RateLimit-Reset", String.valueOf(ends.getEpochSecond()))
            // whole seconds, cut off: in the last second of a window this is 0
            .header("Retry-After", String.valueOf(Duration.between(now, ends).toSeconds())),
        Duration.ZERO);
  }

  private String period() {
    long seconds = window.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + " minute" : seconds + " second";
  }
}
