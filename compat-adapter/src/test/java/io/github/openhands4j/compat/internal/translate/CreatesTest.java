package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateMicroagent;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreatesTest {

  private static final ObjectMapper MAPPER = Json.mapper(1_000_000);

  private static String json(CreateConversationRequest create) throws JsonProcessingException {
    return MAPPER.writeValueAsString(
        Creates.translate(create, LossyFeatures.REFUSE).request().body());
  }

  private static SuggestedTask task(TaskType type) {
    return new SuggestedTask(ProviderType.GITHUB, type, "me/repo", 7, "A title");
  }

  private static void refused(CreateConversationRequest create, LossyFeatures lossy, String name) {
    assertThatThrownBy(() -> Creates.translate(create, lossy))
        .isInstanceOfSatisfying(
            V0Exception.class,
            e -> {
              assertThat(e.status()).isEqualTo(501);
              assertThat(e.code()).isEqualTo(ErrorCode.V0_UNSUPPORTED);
              assertThat(e.body()).contains(name, "COMPAT$UNSUPPORTED");
            });
  }

  @Test
  void emptyCreateIsAnIdleConversationOfAnApiCaller() throws Exception {
    assertThat(json(CreateConversationRequest.builder().build()))
        .isEqualTo("{\"trigger\":\"openhands_api\"}");
  }

  @Test
  void emptyMessageIsNoMessage() throws Exception {
    assertThat(json(CreateConversationRequest.builder().initialUserMsg("").build()))
        .isEqualTo("{\"trigger\":\"openhands_api\"}");
  }

  @Test
  void everyFieldHasItsPlace() throws Exception {
    CreateConversationRequest create =
        CreateConversationRequest.builder()
            .repository("me/repo")
            .gitProvider(ProviderType.GITLAB)
            .selectedBranch("main")
            .initialUserMsg("Fix it")
            .imageUrls(List.of("https://example.com/a.png"))
            .conversationInstructions("Be brief.")
            .build();

    assertThat(MAPPER.readTree(json(create)))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"initial_message":{"role":"user","content":[
                   {"type":"text","text":"Fix it"},
                   {"type":"image","image_urls":["https://example.com/a.png"]}]},
                 "system_message_suffix":"Be brief.","selected_repository":"me/repo",
                 "selected_branch":"main","git_provider":"gitlab","trigger":"openhands_api"}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MERGE_CONFLICTS",
        "FAILING_CHECKS",
        "UNRESOLVED_COMMENTS",
        "OPEN_ISSUE",
        "NEW_ONE"
      })
  void suggestedTaskReplacesTheMessageAndTheTrigger(String type) throws Exception {
    CreateConversationRequest create =
        CreateConversationRequest.builder()
            .initialUserMsg("ignored")
            .imageUrls(List.of("https://example.com/a.png"))
            .repository("me/repo")
            .suggestedTask(task(TaskType.of(type)))
            .build();

    assertThat(MAPPER.readTree(json(create)).toString())
        .contains("\"task_type\":\"" + type + "\"", "\"selected_repository\":\"me/repo\"")
        .doesNotContain("initial_message", "trigger", "ignored");
    for (LossyFeatures lossy : LossyFeatures.values()) {
      assertThat(Creates.translate(create, lossy).dropped()).containsExactly("image_urls");
    }
  }

  @Test
  void whatV1DoesNotHaveIsRefusedWithItsName() {
    for (LossyFeatures lossy : LossyFeatures.values()) {
      refused(CreateConversationRequest.builder().replayJson("[]").build(), lossy, "replay_json");
      refused(
          CreateConversationRequest.builder()
              .createMicroagent(new CreateMicroagent("me/repo", null, null))
              .build(),
          lossy,
          "create_microagent");
      refused(
          CreateConversationRequest.builder().suggestedTask(task(TaskType.OPEN_PR)).build(),
          lossy,
          "OPEN_PR");
      refused(
          CreateConversationRequest.builder()
              .suggestedTask(task(TaskType.CREATE_MICROAGENT))
              .build(),
          lossy,
          "CREATE_MICROAGENT");
    }
  }

  @Test
  void mcpConfigIsRefusedOrDroppedAsTheOptionSays() {
    CreateConversationRequest create =
        CreateConversationRequest.builder()
            .initialUserMsg("Fix it")
            .mcpConfig(Map.of("sse_servers", List.of(Map.of("url", "https://mcp.invalid"))))
            .build();

    refused(create, LossyFeatures.REFUSE, "mcp_config");
    Creates.Translated start = Creates.translate(create, LossyFeatures.DROP_WITH_WARNING);
    assertThat(start.dropped()).containsExactly("mcp_config");
    assertThat(start.request().body().initialMessage()).isNotNull();
    assertThat(
            Creates.translate(CreateConversationRequest.builder().build(), LossyFeatures.REFUSE)
                .dropped())
        .isEmpty();
  }

  @Test
  void mcpConfigWithoutServersIsNone() {
    CreateConversationRequest create =
        CreateConversationRequest.builder()
            .mcpConfig(
                Map.of(
                    "sse_servers",
                    List.of(),
                    "stdio_servers",
                    List.of(),
                    "shttp_servers",
                    List.of()))
            .build();

    assertThat(Creates.translate(create, LossyFeatures.REFUSE).dropped()).isEmpty();
  }
}
