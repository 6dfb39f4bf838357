package io.github.openhands4j.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.okhttp.OkHttpApplication;
import com.example.okhttp.V0Interceptor;
import io.github.openhands4j.compat.http.KeySource;
import io.github.openhands4j.compat.http.V0Router;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example with OkHttp, in this process, on the V1 simulator. */
class OkHttpExampleTest {

  private static final String HOST = "app.all-hands.dev";

  private final V1Door door = new V1Door();
  private final V0Router router =
      V0Router.builder().options(door.options()).keys(KeySource.REQUEST_OR_CONFIGURED).build();
  private final OkHttpClient client =
      new OkHttpClient.Builder().addInterceptor(new V0Interceptor(router, HOST)).build();

  @AfterEach
  void close() {
    client.connectionPool().evictAll();
    router.close();
    door.close();
  }

  private String get(String url) throws IOException {
    Request request = new Request.Builder().url(url).build();
    try (Response answer = client.newCall(request).execute()) {
      return answer.code() + " " + answer.body().string();
    }
  }

  @Test
  void applicationWithOkHttpRunsOnV1() throws IOException {
    String id = V1Door.idIn(OkHttpApplication.create(client, "Say hello."));

    assertThat(get("https://" + HOST + "/api/conversations/" + id))
        .startsWith("200 ")
        .contains("\"conversation_id\":\"" + id + "\"");
    assertThat(door.startsSeen()).isEqualTo(1);
  }

  @Test
  void requestsForOtherHostsGoWhereTheyWereGoing() throws IOException {
    assertThat(get(door.server().baseUrl() + "/alive")).startsWith("200 ");
    assertThat(door.requests()).containsExactly("GET /alive");
  }
}
