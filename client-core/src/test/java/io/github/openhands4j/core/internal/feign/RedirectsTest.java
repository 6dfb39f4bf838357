package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ProbeApi;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No redirect is followed, wherever it leads. */
class RedirectsTest {

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void redirectToAnotherPortIsRefused(int status) {
    try (ScriptedServer target = ScriptedServer.start()) {
      refuses(status, "http://127.0.0.1:" + target.port() + "/things");

      assertThat(target.connections()).isZero();
      assertThat(target.receivedText()).doesNotContain(Probe.KEY).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void redirectToAnotherHostNameIsRefused(int status) {
    try (ScriptedServer target = ScriptedServer.start()) {
      refuses(status, "http://localhost:" + target.port() + "/things");

      assertThat(target.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void redirectWithinTheServerIsRefused(int status) {
    refuses(status, "/elsewhere");
  }

  private static void refuses(int status, String location) {
    refuses(ProbeApi::read, status, location);
    refuses(api -> api.start(Probe.BODY), status, location);
    refuses(ProbeApi::pause, status, location);
    refuses(ProbeApi::delete, status, location);
  }

  private static void refuses(Consumer<ProbeApi> call, int status, String location) {
    try (ScriptedServer server =
            ScriptedServer.start()
                .then(Scripts.status(status, "Location: " + location), Scripts.json("{}"));
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> call.accept(probe.api()))
          .isInstanceOfSatisfying(
              ApiException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.REDIRECT_REFUSED);
                assertThat(e.status()).isEqualTo(status);
                assertThat(e).hasMessageContaining("correct the base URL");
              });
      assertThat(server.requests()).hasSize(1);
    }
  }
}
