package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import java.time.Duration;

/** Makes direct backends for tests. */
final class Backends {

  static final String KEY = "sk-test-not-a-key";

  private Backends() {}

  static OpenHandsV0Client to(ScriptedServer server) {
    return to(server.url());
  }

  static OpenHandsV0Client to(String url) {
    return new DirectBackend(
        ClientOptions.builder()
            .baseUrl(url)
            .apiKey(KEY)
            .readTimeout(Duration.ofSeconds(20))
            .startTimeout(Duration.ofSeconds(20))
            .requestsPerMinute(60_000)
            .requestsPerSecond(1_000)
            .build(),
        new V0BackendInfo("direct", "test", "here"),
        new QuickTime(),
        () -> 0.5);
  }
}
