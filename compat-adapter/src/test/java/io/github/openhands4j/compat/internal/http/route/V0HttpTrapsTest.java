package io.github.openhands4j.compat.internal.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.v0.V0Exception;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The traps of the V0 API that lie in HTTP, one method each. */
class V0HttpTrapsTest {

  private static final String ALL = "/api/conversations";
  private static final String ONE = ALL + "/" + MemoryV0Client.ID;

  private final RouterWorld world = new RouterWorld(MemoryV0Client::new);

  @AfterEach
  void close() {
    world.close();
  }

  private RouterWorld.Answer get(String target) {
    return world.send("GET", target, "");
  }

  private RouterWorld.Answer post(String target, String body) {
    return world.send("POST", target, body);
  }

  private static String shown(RouterWorld.Answer answer) {
    return answer.status() + " " + answer.body();
  }

  @Test
  @Trap(1)
  void unknownConversationsAreAnsweredInSixWays() {
    String none = ALL + "/abc";

    assertThat(shown(get(none))).isEqualTo("200 null");
    assertThat(shown(world.send("DELETE", none, ""))).isEqualTo("200 false");
    assertThat(shown(post(none + "/stop", ""))).startsWith("200 {\"status\":\"ok\"");
    assertThat(shown(world.send("PATCH", none, "{\"title\":\"t\"}")))
        .startsWith("404 {\"status\":\"error\",\"message\":");
    assertThat(shown(post(none + "/start", "{}")))
        .isEqualTo("404 {\"status\":\"error\",\"conversation_id\":\"abc\"}");
    assertThat(shown(get(none + "/events")))
        .isEqualTo("404 {\"detail\":\"Conversation abc not found\"}");
  }

  @Test
  @Trap(2)
  void createAnswersTwoStatusFields() {
    assertThat(post(ALL, "{}").body())
        .startsWith("{\"status\":\"ok\",")
        .endsWith(",\"conversation_status\":\"STARTING\"}");
  }

  @Test
  @Trap(3)
  void stopTellsTheStatusFromBefore() {
    assertThat(post(ONE + "/stop", "").body()).endsWith("\"conversation_status\":\"RUNNING\"}");
  }

  @Test
  @Trap(5)
  void unreachableRepositoryIs401WithAJsonText() {
    RouterWorld.Answer answer = post(ALL, "{\"repository\":\"octo/denied\"}");

    assertThat(shown(answer)).isEqualTo("401 \"Unable to access repo octo/denied\"");
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
  }

  @Test
  @Trap(6)
  void missingKeyIsToldInTheWordsOfTheCloud() {
    assertThat(shown(world.send("GET", ALL, Map.of(), "")))
        .isEqualTo("401 {\"error\":\"NoCredentialsError\"}");
  }

  @Test
  @Trap(7)
  void typeOfABodyTellsWhetherItIsJson() {
    assertThat(get(ONE).headers()).containsEntry("Content-Type", "application/json");
    try (RouterWorld broken =
        new RouterWorld(
            () ->
                new MemoryV0Client() {
                  @Override
                  public Optional<ConversationInfo> getConversation(String conversationId) {
                    throw new IllegalStateException("broken");
                  }
                })) {
      assertThat(broken.send("GET", ONE, "").headers())
          .containsEntry("Content-Type", "text/plain; charset=utf-8");
    }
    assertThat(get("/nothing").status()).isEqualTo(404);
  }

  @Test
  @Trap(8)
  void nullsAreSent() {
    assertThat(get(ONE).body())
        .contains("\"selected_branch\":null", "\"git_provider\":null", "\"public\":null");
  }

  @Test
  @Trap(9)
  void createAndRenameForbidExtrasAndOthersDoNot() {
    assertThat(post(ALL, "{\"conversation_id\":\"x\"}").body()).contains("extra_forbidden");
    assertThat(post(ALL, "{\"selected_repository\":\"a/b\"}").body()).contains("extra_forbidden");
    assertThat(world.send("PATCH", ONE, "{\"title\":\"t\",\"x\":1}").body())
        .contains("extra_forbidden");
    assertThat(post(ONE + "/message", "{\"message\":\"m\",\"x\":1}").status()).isEqualTo(200);
    assertThat(world.client().creates()).isEmpty();
  }

  @Test
  @Trap(10)
  void startNeedsABodyWithAnArrayAndStopNeedsNone() {
    assertThat(post(ONE + "/start", "").status()).isEqualTo(422);
    assertThat(post(ONE + "/start", "{\"providers_set\":{}}").status()).isEqualTo(422);
    assertThat(post(ONE + "/start", "{\"providers_set\":[]}").status()).isEqualTo(200);
    assertThat(post(ONE + "/stop", "").status()).isEqualTo(200);
  }

  @Test
  @Trap(11)
  void limitOfEventsIsRefusedWith400AndZeroIsAllowed() {
    assertThat(get(ONE + "/events?limit=101").status()).isEqualTo(400);
    assertThat(get(ONE + "/events?limit=-1").status()).isEqualTo(400);
    assertThat(get(ONE + "/events?limit=0").body()).isEqualTo("{\"events\":[],\"has_more\":true}");
    assertThat(get(ONE + "/events?start_id=1&end_id=1").body()).contains("\"id\":1,");
  }

  @Test
  @Trap(12)
  void timesOfEventsAreNaiveAndOfConversationsAreNot() {
    assertThat(get(ONE + "/events").body())
        .contains("\"timestamp\":\"2025-11-24T23:09:22.362035\"");
    assertThat(get(ONE).body())
        .contains("\"last_updated_at\":\"2025-11-24T23:42:19Z\"")
        .contains("\"created_at\":\"2025-11-24T23:42:19.489661Z\"");
  }

  @Test
  @Trap(13)
  void riskIsAnIntegerAndContentStandsWhereItBelongs() {
    assertThat(get(ONE + "/events").body())
        .contains("\"security_risk\":-1}")
        .contains("\"action\":\"message\",\"args\":{\"content\":")
        .contains("\"observation\":\"agent_state_changed\",\"content\":\"\",\"extras\":{");
  }

  @Test
  @Trap(16)
  void pageTokensPassThroughUnharmed() {
    ConversationListQuery[] seen = new ConversationListQuery[1];
    try (RouterWorld recording =
        new RouterWorld(
            () ->
                new MemoryV0Client() {
                  @Override
                  public ConversationInfoResultSet listConversations(ConversationListQuery query) {
                    seen[0] = query;
                    return super.listConversations(query);
                  }
                })) {
      recording.send("GET", ALL + "?page_id=eyJ2MCI6%2BICJN%2FZz09IiwgInYxIjogbnVsbH0%3D", "");
    }

    assertThat(seen[0].pageId()).isEqualTo("eyJ2MCI6+ICJN/Zz09IiwgInYxIjogbnVsbH0=");
  }

  @Test
  @Trap(19)
  void providerIsPassedOnOnlyIfGiven() {
    post(ALL, "{\"repository\":\"octo/cat\"}");
    post(ALL, "{\"repository\":\"octo/cat\",\"git_provider\":\"gitlab\",\"image_urls\":[\"u\"]}");

    assertThat(world.client().creates())
        .extracting(request -> String.valueOf(request.gitProvider()))
        .containsExactly("null", "gitlab");
    assertThat(world.client().creates().get(1).imageUrls()).containsExactly("u");
  }

  @Test
  @Trap(21)
  void addressOfARecordLeadsHereSoThatPathsCanBeAppended() {
    String url = get("https://gateway.invalid" + ONE).body();

    assertThat(url)
        .contains("\"url\":\"https://gateway.invalid" + ONE + "\",\"session_api_key\":null")
        .doesNotContain("sandbox-key");
    assertThat(get("https://gateway.invalid" + ONE + "/events").status()).isEqualTo(200);
  }

  @Test
  @Trap(22)
  void filesAnswerInTheirOddWays() {
    assertThat(get(ONE + "/select-file?file=none").status()).isEqualTo(500);
    assertThat(get(ONE + "/git/changes").body()).startsWith("[");
  }

  @Test
  @Trap(24)
  void retryAfterMayBeMissingAndIsNeverSentForAWrite() {
    try (RouterWorld limited =
        new RouterWorld(
            () ->
                new MemoryV0Client() {
                  @Override
                  public CreateConversationResponse createConversation(
                      CreateConversationRequest request) {
                    throw new V0Exception(
                        ErrorCode.V0_ERROR,
                        429,
                        "{\"error\":\"Rate limit exceeded: 10 per 1 second\"}",
                        "limited",
                        null);
                  }
                })) {
      RouterWorld.Answer answer = limited.send("POST", ALL, "{}");

      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.headers()).doesNotContainKey("Retry-After");
    }
  }

  @Test
  @Trap(26)
  void blankTitlePassesAndAnEmptyOneDoesNot() {
    assertThat(shown(world.send("PATCH", ONE, "{\"title\":\"   \"}"))).isEqualTo("200 true");
    assertThat(world.send("PATCH", ONE, "{\"title\":\"\"}").status()).isEqualTo(422);
  }

  @Test
  @Trap(23)
  void modelsAreAListOfTexts() throws Exception {
    try (V0Response answer = world.open("/api/options/models")) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("[\"a/model\",\"b/model\"]");
    }
  }
}
