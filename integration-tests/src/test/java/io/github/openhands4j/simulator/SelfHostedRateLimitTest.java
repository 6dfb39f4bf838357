package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limiter of self-hosted servers. */
class SelfHostedRateLimitTest {

  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SelfHostedLimit limit = new SelfHostedLimit();

  private Limiter.Verdict judged(Instant at) {
    return limit.judge("GET", "/alive", at);
  }

  @Test
  void tenAreTakenTenAreLateAndTheRestIsRefused() {
    List<Limiter.Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      verdicts.add(judged(NOW));
    }

    assertThat(verdicts.subList(0, 10)).containsOnly(Limiter.Verdict.TAKEN);
    assertThat(verdicts.subList(10, 20)).containsOnly(new Limiter.Verdict(null, SECOND));
    assertThat(verdicts.get(20).refusal()).isNotNull();
  }

  @Test
  void onlyTheLastSecondCounts() {
    Collections.nCopies(21, NOW).forEach(this::judged);

    assertThat(judged(NOW.plus(SECOND))).isEqualTo(Limiter.Verdict.TAKEN);
  }

  @Test
  void resumesAreNotCounted() {
    for (int i = 0; i < 30; i++) {
      assertThat(limit.judge("POST", "/api/v1/sandboxes/x/resume", NOW))
          .isEqualTo(Limiter.Verdict.TAKEN);
    }
  }

  @Test
  void refusalTellsWhenToComeBack() throws IOException {
    ManualClock clock = new ManualClock();
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().clock(clock).selfHostedRateLimit().start()) {
      Caller caller = new Caller(server);
      for (int i = 0; i < 10; i++) {
        assertThat(caller.get("/alive").status()).isEqualTo(200);
      }
      server.disturbNext("GET", "/alive", Disturbance.tooManyRequests());

      Caller.Answer refused = caller.get("/alive");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.text()).isEqualTo("{\"message\":\"Too many requests\"}");
      assertThat(refused.header("retry-after")).hasValue("1");
    }
  }
}
