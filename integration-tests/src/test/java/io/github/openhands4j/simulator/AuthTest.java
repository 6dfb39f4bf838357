package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a key is looked for and what is said without one. */
class AuthTest {

  private static final String KEY = "sk-fake-0001";
  private static final String COUNT = STARTS + "/count";

  @Test
  void cloudTakesTheKeyFromThreeHeaders() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().apiKey(KEY).start()) {
      Caller caller = new Caller(server);

      assertThat(caller.get(COUNT, "Authorization", "Bearer " + KEY).status()).isEqualTo(200);
      assertThat(caller.get(COUNT, "X-Session-API-Key", KEY).status()).isEqualTo(200);
      assertThat(caller.get(COUNT, "X-Access-Token", KEY).status()).isEqualTo(200);
      assertThat(
              caller.get(COUNT, "Authorization", "Bearer wrong", "X-Session-API-Key", KEY).status())
          .isEqualTo(401);
      for (Caller.Answer refused :
          List.of(caller.get(COUNT), caller.get(COUNT, "Authorization", "Bearer wrong"))) {
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo("{\"error\":\"NoCredentialsError\"}");
      }
    }
  }

  @Test
  void selfHostedServerTakesOnlyTheSessionKeyHeader() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().apiKey(KEY).auth(Auth.SESSION_KEY).start()) {
      Caller caller = new Caller(server);

      assertThat(caller.get(COUNT, "X-Session-API-Key", KEY).status()).isEqualTo(200);
      for (Caller.Answer refused :
          List.of(
              caller.get(COUNT),
              caller.get(COUNT, "X-Session-API-Key", "wrong"),
              caller.get(COUNT, "Authorization", "Bearer " + KEY),
              caller.get(COUNT, "X-Access-Token", KEY))) {
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo("{\"detail\":\"Unauthorized\"}");
      }
    }
  }

  @Test
  void healthRoutesAreOpen() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().apiKey(KEY).auth(Auth.SESSION_KEY).start()) {
      Caller caller = new Caller(server);
      for (String path :
          List.of("/alive", "/health", "/ready", "/server_info", "/api/v1/web-client/config")) {
        assertThat(caller.get(path).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void brokenJsonIsSeenBeforeTheKeyAndOtherErrorsAfterIt() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().apiKey(KEY).auth(Auth.SESSION_KEY).start()) {
      Caller caller = new Caller(server);

      assertThat(caller.post(STARTS, "{").status()).isEqualTo(422);
      assertThat(caller.post(STARTS, "{\"title\":1}").status()).isEqualTo(401);
      assertThat(caller.post(STARTS, "{\"title\":1}", "X-Session-API-Key", KEY).status())
          .isEqualTo(422);
    }
  }

  @Test
  void modeAndKeyHaveToGoTogether() {
    OpenHandsSimulatorBuilder keyless = OpenHandsSimulator.builder().auth(Auth.CLOUD_BEARER);
    OpenHandsSimulatorBuilder useless = OpenHandsSimulator.builder().apiKey(KEY).auth(Auth.NONE);

    assertThatThrownBy(keyless::start).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(useless::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(KEY);
  }
}
