package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import feign.Response;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts with an underscore, as Docker Compose names them, are hosts. */
@Timeout(20)
class AuthorityTest {

  @ParameterizedTest
  @CsvSource({
    "http://openhands_app:3000/a, openhands_app, 3000",
    "http://Open_Hands, Open_Hands, -1",
    "https://_a.b-c.example:, _a.b-c.example, -1",
    "https://me:pw@a_b:8443, a_b, 8443",
    "https://app.example.org, app.example.org, -1",
    "http://[::1]:3000, [::1], 3000",
  })
  void hostAndPortAreRead(String url, String host, int port) {
    assertThat(Authority.of(URI.create(url))).contains(new Authority(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:/path_x",
        "http:///a_b",
        "http://:3000",
        "http://a_b:x",
        "http://b\u00fccher_a.example",
        "http://a%5fb",
        "http://a..b",
      })
  void whatIsNoHostIsNone(String url) {
    assertThat(Authority.of(URI.create(url))).isEmpty();
  }

  @Test
  void serverIsCalledByItsNameWithAnUnderscore() {
    Dns names = host -> host.equals("openhands_app") ? loopback() : List.of();
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.json("{}"))) {
      ClientOptions options =
          Probe.options(server)
              .baseUrl("http://OpenHands_App:" + server.port())
              .allowPlainHttp(true)
              .build();
      try (HttpTransport transport =
              new HttpTransport(
                  options, new ServerClock(TimeSource.system()), AddressGuard.none(names));
          Response answer =
              transport.execute(post(options.baseUrl() + "/starts"), new Request.Options())) {
        assertThat(answer.status()).isEqualTo(200);
      }

      assertThat(server.requests())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(request.header("Host")).contains("openhands_app:" + server.port()));
      assertThat(server.receivedText()).contains(Probe.KEY);
    }
  }

  private static List<InetAddress> loopback() {
    return List.of(InetAddress.getLoopbackAddress());
  }

  private static Request post(String url) {
    return Request.create(
        Request.HttpMethod.POST, url, Map.of(), new byte[] {1}, StandardCharsets.UTF_8, null);
  }
}
