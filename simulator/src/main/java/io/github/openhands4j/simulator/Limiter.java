package io.github.openhands4j.simulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Limits how many requests a server takes. Guarded by the world. */
interface Limiter {

  /**
   * What becomes of a request.
   *
   * @param refusal the answer that refuses it, or null
   * @param delay how much later it is answered if it is not refused
   */
  record Verdict(@Nullable Reply refusal, Duration delay) {

    /** Taken at once. */
    static final Verdict TAKEN = new Verdict(null, Duration.ZERO);
  }

  /** Counts a request and judges it. */
  Verdict judge(String method, String path, Instant now);
}
