package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import feign.Request.HttpMethod;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed to OkHttp. */
class OkHttpRequestsTest {

  @ParameterizedTest
  @EnumSource(names = {"POST", "PUT", "PATCH"})
  void bodyMayBeSentOnlyOnce(HttpMethod method) throws IOException {
    assertThat(body(method, new byte[] {1}).isOneShot()).isTrue();
    assertThat(body(method, null).isOneShot()).isTrue();
  }

  @Test
  void deletionWithABodyMayBeSentOnlyOnce() throws IOException {
    assertThat(body(HttpMethod.DELETE, new byte[] {1}).isOneShot()).isTrue();
  }

  @Test
  void jsonIsAskedForUnlessTheOperationWantsSomethingElse() throws IOException {
    assertThat(accepted(Map.of())).containsExactly("application/json");
    assertThat(accepted(Map.of("Accept", List.of("text/plain", "*/*"))))
        .containsExactly("text/plain", "*/*");
  }

  private static List<String> accepted(Map<String, Collection<String>> headers) throws IOException {
    Request request =
        Request.create(HttpMethod.GET, "http://127.0.0.1:1/x", headers, null, null, null);
    return OkHttpRequests.of(request, null, "test", KeyHeaders.none()).headers("Accept");
  }

  private static RequestBody body(HttpMethod method, byte @Nullable [] body) throws IOException {
    Request request =
        Request.create(
            method,
            "http://127.0.0.1:1/x",
            Map.of("Content-Type", List.of("application/json")),
            body,
            null,
            null);
    return Objects.requireNonNull(
        OkHttpRequests.of(request, null, "test", KeyHeaders.none()).body(), "no body");
  }
}
