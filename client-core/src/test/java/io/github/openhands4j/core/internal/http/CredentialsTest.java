package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.AuthMode;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.RecordedRequest;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which headers the key goes to whom. */
class CredentialsTest {

  private static final ApiKey KEY = ApiKey.of(Probe.KEY);
  private static final Map<String, String> BEARER = Map.of("Authorization", "Bearer " + Probe.KEY);
  private static final Map<String, String> SESSION = Map.of("X-Session-API-Key", Probe.KEY);
  private static final Map<String, String> BOTH =
      Map.of("Authorization", "Bearer " + Probe.KEY, "X-Session-API-Key", Probe.KEY);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.all-hands.dev",
        "https://app.openhands.dev",
        "https://app.all-hands.dev:443/prefix",
        "https://APP.All-Hands.dev"
      })
  void cloudGetsTheBearerHeaderOnly(String url) {
    assertThat(headers(url, AuthMode.AUTO)).isEqualTo(BEARER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.all-hands.dev",
        "https://app.all-hands.dev:8443",
        "https://all-hands.dev",
        "https://app.all-hands.dev.example.org",
        "https://xapp.all-hands.dev",
        "https://staging.all-hands.dev",
        "http://localhost:3000",
        "https://openhands.example.org"
      })
  void anyOtherOriginGetsBothHeaders(String url) {
    assertThat(headers(url, AuthMode.AUTO)).isEqualTo(BOTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://app.all-hands.dev", "http://localhost:3000"})
  void chosenModeHoldsEverywhere(String url) {
    assertThat(headers(url, AuthMode.BEARER)).isEqualTo(BEARER);
    assertThat(headers(url, AuthMode.SESSION_KEY)).isEqualTo(SESSION);
  }

  @ParameterizedTest
  @EnumSource(AuthMode.class)
  void withoutAKeyThereIsNoHeader(AuthMode mode) {
    assertThat(Credentials.headers(origin("http://localhost:3000"), null, mode)).isEmpty();
    assertThat(Credentials.headers(origin("https://app.all-hands.dev"), null, mode)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AuthMode.class)
  void serverReceivesWhatTheModeSays(AuthMode mode) {
    RecordedRequest request;
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(Probe.options(server).auth(mode).build())) {
      probe.api().start(Probe.BODY);
      request = server.requests().get(0);
    }
    Map<String, String> expected = mode == AuthMode.AUTO ? BOTH : headers("http://x.org", mode);
    assertThat(request.header("Authorization").orElse(""))
        .isEqualTo(expected.getOrDefault("Authorization", ""));
    assertThat(request.header("X-Session-API-Key").orElse(""))
        .isEqualTo(expected.getOrDefault("X-Session-API-Key", ""));
  }

  @Test
  void serverReceivesNoKeyWhenThereIsNone() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(ClientOptions.builder().baseUrl(server.uri()).noApiKey().build())) {
      probe.api().read();

      assertThat(server.receivedText()).doesNotContainIgnoringCase("authorization", "api-key");
    }
  }

  @Test
  void twoClientsNeverMixTheirKeys() {
    try (ScriptedServer one = ScriptedServer.start();
        ScriptedServer two = ScriptedServer.start();
        Probe first = Probe.of(Probe.options(one).apiKey("fake-key-first").build());
        Probe second = Probe.of(Probe.options(two).apiKey("fake-key-second").build())) {
      for (int i = 0; i < 20; i++) {
        first.api().read();
        second.api().start(Probe.BODY);
      }

      assertThat(one.receivedText()).contains("fake-key-first").doesNotContain("second");
      assertThat(two.receivedText()).contains("fake-key-second").doesNotContain("first");
    }
  }

  private static Map<String, String> headers(String url, AuthMode mode) {
    return Credentials.headers(origin(url), KEY, mode);
  }

  private static Origin origin(String url) {
    return Origin.of(URI.create(url));
  }
}
