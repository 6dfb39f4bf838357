package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ProbeApi;
import io.github.openhands4j.core.testing.RecordedRequest;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that the configured one named has a key and an origin of its own. */
@Timeout(30)
class AgentServerOriginTest {

  private static final String THEIR_KEY = "fake-sandbox-key-of-no-server";

  private static FeignClients beside(ClientOptions options, URI named) {
    return FeignClients.beside(options, named, ApiKey.of(THEIR_KEY), TimeSource.system());
  }

  @Test
  void namedServerSeesItsKeyOnlyAndTheConfiguredOneNothing() {
    try (ScriptedServer own = ScriptedServer.start();
        ScriptedServer named = ScriptedServer.start();
        FeignClients clients = beside(Probe.options(own).build(), named.uri())) {
      ProbeApi api = clients.target(ProbeApi.class);
      api.read();
      api.start(Probe.BODY);

      for (RecordedRequest request : named.requests()) {
        assertThat(request.header("X-Session-API-Key")).contains(THEIR_KEY);
        assertThat(request.header("Authorization")).isEmpty();
      }
      assertThat(named.requests()).hasSize(2);
      assertThat(named.receivedText()).doesNotContain(Probe.KEY);
      assertThat(own.connections()).isZero();
    }
  }

  @Test
  void itsKeyGoesNowhereElse() {
    try (ScriptedServer own = ScriptedServer.start();
        ScriptedServer named = ScriptedServer.start();
        FeignClients clients = beside(Probe.options(own).build(), named.uri())) {
      assertThatThrownBy(() -> clients.target(ProbeApi.class).readFrom(own.uri()))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ORIGIN_REFUSED));
      assertThat(own.connections() + named.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "2130706433", "0"})
  void loopbackIsNotConnectedToBesideAPublicServer(String host) {
    ClientOptions options =
        ClientOptions.builder().baseUrl("https://203.0.113.7").apiKey(Probe.KEY).build();
    try (ScriptedServer named = ScriptedServer.start();
        FeignClients clients =
            beside(options, URI.create("https://" + host + ":" + named.port()))) {
      assertThatThrownBy(() -> clients.target(ProbeApi.class).start(Probe.BODY))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_REFUSED);
                assertThat(e.requestMayHaveBeenSent()).isFalse();
              });
      assertThat(named.connections()).isZero();
    }
  }

  @Test
  void metadataServiceIsNotCalled() {
    try (ScriptedServer own = ScriptedServer.start();
        FeignClients clients =
            beside(Probe.options(own).build(), URI.create("http://169.254.169.254"))) {
      assertThatThrownBy(() -> clients.target(ProbeApi.class).read())
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_REFUSED));
    }
  }

  @Test
  void plainHttpToAPublicAddressIsRefused() {
    try (ScriptedServer own = ScriptedServer.start();
        FeignClients clients =
            beside(Probe.options(own).build(), URI.create("http://203.0.113.7"))) {
      assertThatThrownBy(() -> clients.target(ProbeApi.class).read())
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_REFUSED));
    }
  }
}
