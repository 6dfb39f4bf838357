package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.io.IOException;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** The last look before the write, without the one before the connection. */
class OriginGuardTest {

  @Test
  void keyIsAddedForTheConfiguredOriginOnly() throws IOException {
    try (ScriptedServer server = ScriptedServer.start();
        ScriptedServer other = ScriptedServer.start()) {
      OkHttpClient client =
          new OkHttpClient.Builder()
              .addNetworkInterceptor(new OriginGuard(Origin.of(server.uri())))
              .build();

      try (Response response = client.newCall(get(server)).execute()) {
        assertThat(response.code()).isEqualTo(200);
      }
      assertThatThrownBy(() -> client.newCall(get(other)).execute())
          .isInstanceOf(OriginGuard.OriginRefused.class);

      assertThat(server.requests().get(0).header("Authorization")).contains(Probe.KEY);
      assertThat(other.receivedText()).isEmpty();
      client.connectionPool().evictAll();
    }
  }

  private static Request get(ScriptedServer server) {
    KeyHeaders key = new KeyHeaders(null, Map.of("Authorization", Probe.KEY));
    return new Request.Builder().url(server.uri() + "/x").tag(KeyHeaders.class, key).build();
  }
}
