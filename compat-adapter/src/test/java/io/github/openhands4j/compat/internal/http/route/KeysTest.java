package io.github.openhands4j.compat.internal.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.http.KeySource;
import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.http.V0Router;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whose key a request is carried out with, and what of it is kept. */
class KeysTest {

  private static final String CREATE = "/api/conversations";
  private static final String GET_IT = "/api/conversations/" + MemoryV0Client.NEXT_ID;

  private static RouterWorld world(KeySource keys) {
    return new RouterWorld(MemoryV0Client::new, keys, 2);
  }

  private static Map<String, List<String>> bearer(String key) {
    return Map.of("authorization", List.of("Bearer " + key));
  }

  private static RouterWorld.Answer send(RouterWorld world, Map<String, List<String>> headers) {
    return world.send("GET", "/api/conversations/abc", headers, "");
  }

  @Test
  void eachKeyHasAClientOfItsOwn() {
    try (RouterWorld world = world(KeySource.REQUEST)) {
      world.send("POST", CREATE, bearer("one"), "{}");

      assertThat(world.send("GET", GET_IT, bearer("one"), "").body()).contains("STARTING");
      assertThat(world.send("GET", GET_IT, bearer("two"), "").body()).isEqualTo("null");
      assertThat(world.clients()).containsOnlyKeys("one", "two");
    }
  }

  @Test
  void configuredKeyIsNeverUsedForACallerWithoutOne() {
    try (RouterWorld world = world(KeySource.REQUEST)) {
      assertThat(send(world, Map.of()).status()).isEqualTo(401);
      assertThat(world.send("GET", "/alive", Map.of(), "").status()).isEqualTo(200);

      assertThat(world.clients()).containsOnlyKeys("");
    }
  }

  @Test
  void configuredKeyFillsInForOwnProgramsOnly() {
    try (RouterWorld world = world(KeySource.REQUEST_OR_CONFIGURED)) {
      send(world, Map.of());
      send(world, bearer("one"));

      assertThat(world.clients()).containsOnlyKeys("sk-configured-not-a-key", "one");
    }
  }

  @Test
  void keysOfRequestsAreIgnoredWhenOnlyTheConfiguredOneCounts() {
    try (RouterWorld world = world(KeySource.CONFIGURED)) {
      send(world, bearer("one"));

      assertThat(world.clients()).containsOnlyKeys("sk-configured-not-a-key");
    }
  }

  @Test
  void requestsWithTwoDifferentKeysAreRefused() {
    try (RouterWorld world = world(KeySource.REQUEST)) {
      var answer = send(world, Map.of("Authorization", List.of("Bearer one", "Bearer two")));

      assertThat(answer.status()).isEqualTo(401);
      assertThat(world.clients()).isEmpty();
    }
  }

  @Test
  void bearerKeyCountsBeforeASessionKey() {
    try (RouterWorld world = world(KeySource.REQUEST)) {
      send(
          world,
          Map.of("X-Session-API-Key", List.of("two"), "Authorization", List.of("Bearer one")));

      assertThat(world.clients()).containsOnlyKeys("one");
    }
  }

  @Test
  void clientUnusedForTheLongestTimeIsClosedFirst() {
    try (RouterWorld world = world(KeySource.REQUEST)) {
      send(world, bearer("one"));
      send(world, bearer("two"));
      send(world, bearer("one"));

      send(world, bearer("three"));

      assertThat(client(world, "two").isClosed()).isTrue();
      assertThat(client(world, "one").isClosed()).isFalse();
    }
  }

  @Test
  void clientWhoseAnswerIsBeingReadIsNotClosed() throws Exception {
    try (RouterWorld world = world(KeySource.REQUEST)) {
      String zip = "/api/conversations/" + MemoryV0Client.ID + "/zip-directory";
      try (V0Response read = world.open("GET", zip, bearer("one"), "")) {
        send(world, bearer("two"));
        send(world, bearer("three"));
        assertThat(client(world, "one").isClosed()).isFalse();
        assertThat(read.body().readAllBytes()).isNotEmpty();
      }
      send(world, bearer("four"));

      assertThat(client(world, "one").isClosed()).isTrue();
    }
  }

  private static MemoryV0Client client(RouterWorld world, String key) {
    return Objects.requireNonNull(world.clients().get(key));
  }

  @Test
  void closedRouterClosesAllClientsAndAnswersThatItIsClosed() {
    RouterWorld world = world(KeySource.REQUEST);
    send(world, bearer("one"));

    world.close();

    assertThat(client(world, "one").isClosed()).isTrue();
    assertThat(send(world, bearer("one")).body()).contains("Closed. Nothing was sent.");
  }

  @Test
  void plainHttpIsRefusedBeforeTheFirstKeyComes() {
    ClientOptions plain =
        ClientOptions.builder().baseUrl("http://v1.example.org").noApiKey().build();

    assertThatThrownBy(() -> V0Router.builder().options(plain).build())
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void keysAreInNoText() {
    try (RouterWorld world = world(KeySource.REQUEST)) {
      var answer = world.open("GET", "/api/conversations/abc", bearer("one-secret"), "");

      assertThat(answer + " " + answer.headers()).doesNotContain("one-secret");
    }
  }

  @Test
  void whatIsSentIsInNoTextOfTheRequest() {
    Target target = Target.of("https://me:sk-one@h.invalid/api/conversations/abc?key=sk-two", "");
    Call call =
        new Call(
            target,
            Map.of("id", "abc"),
            Map.of("key", "sk-two"),
            Map.of("value", "sk-three"),
            new UsageMeter());

    assertThat(call + " " + target)
        .contains("/api/conversations/abc")
        .doesNotContain("sk-one", "sk-two", "sk-three");
  }

  @Test
  void ownV1RequestsThatComeBackAreToldSo() {
    try (RouterWorld world = world(KeySource.REQUEST)) {
      var answer =
          world.send(
              "POST",
              "/api/v1/app-conversations",
              Map.of("User-Agent", List.of("openhands4j/0.1.0")),
              "{}");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("openhands.base-url");
    }
  }

  @Test
  void clientOfTheConfiguredKeyStaysWhenTheKeyIsRotated() throws Exception {
    AtomicReference<ApiKey> now = new AtomicReference<>(ApiKey.of("before"));
    List<ClientOptions> made = new ArrayList<>();
    V0Router router =
        V0Router.builder()
            .keys(KeySource.REQUEST_OR_CONFIGURED)
            .options(
                ClientOptions.builder()
                    .baseUrl("https://v1.invalid")
                    .apiKeySource(now::get)
                    .build())
            .backend(
                options -> {
                  made.add(options);
                  return new MemoryV0Client();
                })
            .build();
    try (router) {
      for (String key : List.of("before", "after")) {
        now.set(ApiKey.of(key));
        router
            .answer(new V0Request("GET", CREATE, Map.of(), InputStream.nullInputStream()))
            .close();
      }
    }

    assertThat(made)
        .singleElement()
        .satisfies(options -> assertThat(options.apiKey()).contains(ApiKey.of("after")));
  }
}
