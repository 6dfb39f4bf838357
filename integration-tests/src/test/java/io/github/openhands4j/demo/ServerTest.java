package io.github.openhands4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which server the environment leads the demo to. */
class ServerTest {

  @Test
  void emptyVariablesLeadToTheSimulator() {
    try (Server server = Server.of(Map.of("OPENHANDS_API_KEY", "", "OPENHANDS_BASE_URL", " "))) {
      assertThat(server).isInstanceOf(Server.Simulated.class);
    }
  }

  @Test
  void realServiceIsRunOnWithTheDefaultsOfTheAdapter() {
    Map<String, String> environment =
        Map.of(
            "OPENHANDS_API_KEY", "sk-fake-demo-key",
            "OPENHANDS_READ_TIMEOUT", "20s",
            "OPENHANDS_AUTH", "",
            "OPENHANDS_COMPAT_COMPLETION", "AS_V0",
            "OPENHANDS_V0_BACKEND", "direct");
    try (Server server = Server.of(environment)) {
      assertThat(server.environment())
          .containsOnlyKeys("OPENHANDS_API_KEY", "OPENHANDS_READ_TIMEOUT");
    }
  }
}
