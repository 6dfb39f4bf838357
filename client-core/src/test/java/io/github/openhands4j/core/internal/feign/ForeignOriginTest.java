package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Feign;
import feign.RequestInterceptor;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.http.HttpTransport;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ProbeApi;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing leaves for another address than the configured one. */
class ForeignOriginTest {

  @Test
  void addressGivenToTheCallIsRefusedUnlessItIsTheConfiguredOne() {
    try (ScriptedServer server = ScriptedServer.start();
        ScriptedServer other = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      refused(() -> probe.api().readFrom(other.uri()));
      refused(() -> probe.api().readFrom(URI.create("http://localhost:" + server.port())));
      refused(() -> probe.api().readFrom(URI.create("http://127.0.0.1:" + other.port() + "/x")));

      probe.api().readFrom(server.uri());

      assertThat(server.requests()).hasSize(1);
      assertThat(other.receivedText()).isEmpty();
    }
  }

  @Test
  void anotherAddressIsNotEvenConnectedTo() {
    try (ScriptedServer server = ScriptedServer.start();
        ScriptedServer other = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      refused(() -> probe.api().readFrom(other.uri()));

      assertThat(other.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET"})
  void addressChangedByAnInterceptorIsRefused(String method) {
    try (ScriptedServer server = ScriptedServer.start();
        ScriptedServer other = ScriptedServer.start();
        HttpTransport transport =
            new HttpTransport(
                Probe.options(server).build(), new ServerClock(TimeSource.system()))) {
      RequestInterceptor thief = template -> template.target(other.uri().toString());
      ProbeApi api =
          Feign.builder()
              .client(transport)
              .encoder(new JacksonEncoder())
              .decoder(new JacksonDecoder())
              .requestInterceptor(thief)
              .target(ProbeApi.class, server.uri().toString());

      refused(() -> call(api, method));

      assertThat(server.requests()).isEmpty();
      assertThat(other.receivedText()).isEmpty();
    }
  }

  private static void call(ProbeApi api, String method) {
    if (method.equals("POST")) {
      api.start(Probe.BODY);
    } else {
      api.read();
    }
  }

  private static void refused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.ORIGIN_REFUSED);
              assertThat(e.requestMayHaveBeenSent()).isFalse();
              assertThat(e).hasMessageNotContaining(Probe.KEY);
            });
  }
}
