package io.github.openhands4j.compat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feign.Feign;
import feign.FeignException;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import feign.RetryableException;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-written Feign interfaces, with Feign's own retryer and error decoder. */
class V0CompatFeignClientTest {

  private static final String CLOUD = "https://app.all-hands.dev";

  /** What a program might have written. */
  @Headers("Content-Type: application/json")
  interface OldApi {

    @RequestLine("POST /api/conversations")
    String create(String body);

    @RequestLine("GET /api/conversations/{id}")
    @Headers("Authorization: Bearer {key}")
    String get(@Param("id") String id, @Param("key") String key);
  }

  private final AtomicInteger creates = new AtomicInteger();
  private final List<String> keys = new ArrayList<>();

  private V0CompatFeignClientBuilder client(MemoryV0Client backend) {
    return V0CompatFeignClient.builder()
        .options(
            ClientOptions.builder()
                .baseUrl("https://v1.invalid/base")
                .apiKey("sk-configured-not-a-key")
                .build())
        .backend(
            options -> {
              keys.add(options.apiKey().orElseThrow().reveal());
              return backend;
            });
  }

  private static OldApi api(V0CompatFeignClient client, String url) {
    return Feign.builder().client(client).target(OldApi.class, url);
  }

  private MemoryV0Client failing(RuntimeException failure) {
    return new MemoryV0Client() {
      @Override
      public CreateConversationResponse createConversation(CreateConversationRequest request) {
        creates.incrementAndGet();
        throw failure;
      }
    };
  }

  @Test
  void createOfUnknownOutcomeIsNotRepeatedAndNamesItsId() {
    var unknown =
        new V0StartOutcomeUnknownException(MemoryV0Client.ID, new IllegalStateException("cut"));
    try (V0CompatFeignClient client = client(failing(unknown)).build()) {
      FeignException failure =
          catchThrowableOfType(FeignException.class, () -> api(client, CLOUD).create("{}"));

      assertThat(failure)
          .isInstanceOf(FeignException.Conflict.class)
          .isNotInstanceOf(RetryableException.class);
      assertThat(failure.contentUTF8()).contains(MemoryV0Client.ID);
    }
    assertThat(creates).hasValue(1);
  }

  @Test
  void noFailureOfACreateMakesFeignRepeatIt() {
    List<RuntimeException> failures = new ArrayList<>();
    for (ErrorCode code : ErrorCode.values()) {
      for (int status : new int[] {0, 200, 408, 421, 425, 429, 500, 502, 503, 504}) {
        failures.add(new V0Exception(code, status, "", "It went wrong.", null));
      }
    }
    failures.add(new IllegalStateException("unforeseen"));
    for (RuntimeException each : failures) {
      try (V0CompatFeignClient client = client(failing(each)).build()) {
        assertThatThrownBy(() -> api(client, CLOUD).create("{}"))
            .isInstanceOf(FeignException.class)
            .isNotInstanceOf(RetryableException.class);
      }
    }
    assertThat(creates).hasValue(failures.size());
  }

  @Test
  void keyOfTheRequestCountsBeforeTheConfiguredOne() {
    try (V0CompatFeignClient client = client(new MemoryV0Client()).build()) {
      api(client, "https://v1.invalid").create("{}");
      api(client, "https://v1.invalid").get("abc", "one");
    }

    assertThat(keys).containsExactly("sk-configured-not-a-key", "one");
  }

  @Test
  void keyOfTheCloudIsNotGivenToAnotherServerUnlessItsAddressIsNamed() {
    try (V0CompatFeignClient client = client(new MemoryV0Client()).build();
        V0CompatFeignClient naming = client(new MemoryV0Client()).servedAt(CLOUD).build()) {
      api(client, CLOUD).get("abc", "one");
      api(naming, CLOUD).get("abc", "one");
    }

    assertThat(keys).containsExactly("sk-configured-not-a-key", "one");
  }

  @Test
  void requestsForOtherHostsAreRefusedAndNotCarriedOut() {
    try (V0CompatFeignClient client = client(new MemoryV0Client()).build()) {
      assertThatThrownBy(() -> api(client, "https://app.all-hands.dev.evil.invalid").create("{}"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("servedAt");
      assertThatThrownBy(() -> api(client, "http://app.all-hands.dev").create("{}"))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(keys).isEmpty();
  }

  @Test
  void configuredServerAndNamedAddressesAreServed() {
    try (V0CompatFeignClient client =
        client(new MemoryV0Client()).servedAt("http://localhost:3000/").build()) {
      assertThat(api(client, "https://V1.invalid:443").get("abc", "one")).isEqualTo("null");
      assertThat(api(client, "http://localhost:3000").get("abc", "one")).isEqualTo("null");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://v1.invalid/base, https://v1.invalid/base",
    "https://V1.invalid:443/base/, https://V1.invalid:443/base",
    "https://gw.invalid/openhands, https://gw.invalid/openhands",
    "https://gw.invalid/openhands/, https://gw.invalid/openhands",
    "https://gw.invalid/openhands/eu, https://gw.invalid/openhands/eu",
    "https://gw.invalid, https://gw.invalid",
    "https://app.all-hands.dev/old, https://app.all-hands.dev/old",
  })
  void pathBeforeThoseOfV0IsTakenOffAndStandsInTheAddressOfRecords(String target, String shown) {
    try (V0CompatFeignClient client =
        client(new MemoryV0Client())
            .servedAt("https://gw.invalid/openhands//")
            .servedAt("https://gw.invalid/openhands/eu?x=/y#z")
            .servedAt("https://app.all-hands.dev/old")
            .build()) {
      OldApi api = api(client, target);

      assertThat(api.create("{}")).contains(MemoryV0Client.NEXT_ID);
      assertThat(api.get(MemoryV0Client.ID, "sk-configured-not-a-key"))
          .contains("\"url\":\"" + shown + "/api/conversations/" + MemoryV0Client.ID + "\"");
    }
    assertThat(keys).containsExactly("sk-configured-not-a-key");
  }

  @Test
  void otherPathsBesideThatOfAnAddressAreNotV0() {
    try (V0CompatFeignClient client = client(new MemoryV0Client()).build()) {
      assertThatThrownBy(() -> api(client, "https://v1.invalid/base2").create("{}"))
          .isInstanceOf(FeignException.NotFound.class);
      assertThatThrownBy(() -> api(client, "https://v1.invalid/base/base").create("{}"))
          .isInstanceOf(FeignException.NotFound.class);
    }
    assertThat(keys).isEmpty();
  }

  @Test
  void slashAtTheEndIsAnsweredWithTheWholeAddressWithoutIt() throws IOException {
    try (V0CompatFeignClient client = client(new MemoryV0Client()).build();
        Response answer =
            client.execute(
                Request.create(
                    Request.HttpMethod.GET,
                    "https://v1.invalid/base/api/conversations/?limit=1",
                    Map.of(),
                    Request.Body.create(new byte[0], StandardCharsets.UTF_8),
                    null),
                new Request.Options())) {
      assertThat(answer.status()).isEqualTo(307);
      assertThat(answer.headers().get("Location"))
          .containsExactly("https://v1.invalid/base/api/conversations?limit=1");
    }
  }

  @Test
  void hostsMayHaveAnUnderscore() {
    try (V0CompatFeignClient client =
        client(new MemoryV0Client()).servedAt("http://openhands_app:3000").build()) {
      assertThat(api(client, "http://OpenHands_App:3000").get("abc", "one")).isEqualTo("null");
      assertThatThrownBy(() -> api(client, "http://other_app:3000").create("{}"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("http://other_app:3000 was not sent");
      assertThatThrownBy(() -> api(client, "http://openhands_app").create("{}"))
          .isInstanceOf(IllegalStateException.class);
    }
    for (String odd : List.of("openhands_app:3000", "/openhands_app", "https://")) {
      assertThatThrownBy(() -> V0CompatFeignClient.builder().servedAt(odd))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void requestsForOtherHostsArePassedOnToTheOtherClient() {
    feign.Client other =
        (request, options) ->
            Response.builder()
                .status(200)
                .request(request)
                .body("elsewhere", StandardCharsets.UTF_8)
                .build();
    try (V0CompatFeignClient client = client(new MemoryV0Client()).elsewhere(other).build()) {
      assertThat(api(client, "https://other.invalid").get("a", "k")).isEqualTo("elsewhere");
      assertThat(api(client, CLOUD).get("abc", "k")).isEqualTo("null");
    }
  }

  @Test
  void addressOfARecordCanBeFollowed() {
    try (V0CompatFeignClient client = client(new MemoryV0Client()).build()) {
      assertThat(api(client, CLOUD).get(MemoryV0Client.ID, "one"))
          .contains("\"url\":\"" + CLOUD + "/api/conversations/" + MemoryV0Client.ID + "\"");
    }
  }
}
