package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A source of keys is asked before each request. */
class KeySourceTest {

  private static final String OTHER_KEY = "fake-key-the-next-of-no-server";

  static Stream<Named<Supplier<ApiKey>>> emptySources() {
    return Stream.of(
        Named.of("null", KeySourceTest::none),
        Named.of(
            "an exception",
            () -> {
              throw new IllegalStateException("vault said " + OTHER_KEY);
            }),
        Named.of("a malformed key", () -> ApiKey.of("two words")));
  }

  private Supplier<ApiKey> source = () -> ApiKey.of(Probe.KEY);

  @SuppressWarnings("NullAway") // what a program may do that does not check
  private static ApiKey none() {
    return null;
  }

  private ClientOptions options(ScriptedServer server) {
    return Probe.options(server).apiKeySource(() -> source.get()).build();
  }

  @Test
  void replacedKeyGoesWithTheNextRequest() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(options(server))) {
      probe.api().read();
      source = () -> ApiKey.of(OTHER_KEY);
      probe.api().read();
      probe.api().start(Probe.BODY);

      assertThat(server.requests())
          .extracting(request -> request.header("X-Session-API-Key").orElseThrow())
          .containsExactly(Probe.KEY, OTHER_KEY, OTHER_KEY);
      assertThat(server.requests())
          .extracting(request -> request.header("Authorization").orElseThrow())
          .containsExactly("Bearer " + Probe.KEY, "Bearer " + OTHER_KEY, "Bearer " + OTHER_KEY);
    }
  }

  @ParameterizedTest
  @MethodSource("emptySources")
  void nothingIsSentWithoutAKey(Supplier<ApiKey> empty) {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(options(server))) {
      source = empty;

      assertThatThrownBy(() -> probe.api().start(Probe.BODY))
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> {
                assertThat(e.requestMayHaveBeenSent()).isFalse();
                assertThat(e).hasNoCause().message().doesNotContain(OTHER_KEY);
              });
      assertThat(server.connections()).isZero();

      source = () -> ApiKey.of(Probe.KEY);
      probe.api().start(Probe.BODY);
      assertThat(server.count("POST")).isEqualTo(1);
    }
  }

  @Test
  void messageNamesWhatTheSourceThrew() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(options(server))) {
      source =
          () -> {
            throw new UnsupportedOperationException();
          };

      assertThatThrownBy(() -> probe.api().read())
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.API_KEY_UNAVAILABLE))
          .hasMessageContaining("java.lang.UnsupportedOperationException");
    }
  }

  @Test
  void clientIsNotMadeWithoutAFirstKey() {
    try (ScriptedServer server = ScriptedServer.start()) {
      source = KeySourceTest::none;
      ClientOptions options = options(server);

      assertThatThrownBy(() -> Probe.of(options)).isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void optionsShowNoKeyAndKeepTheSource() {
    try (ScriptedServer server = ScriptedServer.start()) {
      ClientOptions options = options(server);
      ClientOptions copy = options.toBuilder().build();
      source = () -> ApiKey.of(OTHER_KEY);

      assertThat(options.toString()).contains("apiKey=***").doesNotContain(Probe.KEY, OTHER_KEY);
      assertThat(copy.apiKey()).contains(ApiKey.of(OTHER_KEY));
    }
  }

  @Test
  void keyOfASourceDoesNotTravelOverPlainHttpEither() {
    assertThatThrownBy(
            () ->
                ClientOptions.builder()
                    .baseUrl("http://openhands.example.org")
                    .apiKeySource(() -> ApiKey.of(Probe.KEY))
                    .build())
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.PLAIN_HTTP_REFUSED));
  }
}
