package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationInfosTest {

  private static final ObjectMapper MAPPER = Json.mapper(1_000_000);

  private static final AppConversation FULL =
      Rows.row("RUNNING", "running")
          .title("A title")
          .updatedAt(Rows.after(5.25))
          .createdAt(Rows.after(3))
          .selectedRepository("me/repo")
          .selectedBranch("main")
          .gitProvider(ProviderType.GITHUB)
          .trigger(ConversationTrigger.OPENHANDS_API)
          .conversationUrl("http://127.0.0.1:1/api/conversations/0123")
          .sessionApiKey(Secret.of("not-a-key"))
          .prNumber(List.of(1L, 2L))
          .subConversationIds(List.of(ConversationId.parse("ab".repeat(16))))
          .isPublic(true)
          .sandboxId("box-1")
          .llmModel("openai/fake")
          .build();

  @Test
  void recordOfAConversationHasV0sKeysInV0sOrder() throws Exception {
    Memory memory = Memory.BLANK.but().createdAt(Rows.CREATED).build();

    assertThat(MAPPER.writeValueAsString(ConversationInfos.of(FULL, memory, V0Status.WORKING)))
        .isEqualTo(
            "{\"conversation_id\":\"0123456789abcdef0123456789abcdef\",\"title\":\"A title\","
                + "\"last_updated_at\":\"2026-01-01T00:00:05.250000Z\",\"status\":\"RUNNING\","
                + "\"runtime_status\":\"STATUS$READY\",\"selected_repository\":\"me/repo\","
                + "\"selected_branch\":\"main\",\"git_provider\":\"github\","
                + "\"trigger\":\"openhands_api\",\"num_connections\":0,"
                + "\"url\":\"http://127.0.0.1:1/api/conversations/0123\","
                + "\"session_api_key\":\"not-a-key\",\"created_at\":\"2026-01-01T00:00:00Z\","
                + "\"pr_number\":[1,2],\"conversation_version\":\"V1\","
                + "\"sub_conversation_ids\":[\"abababababababababababababababab\"],"
                + "\"public\":true,\"sandbox_id\":\"box-1\",\"llm_model\":\"openai/fake\"}");
  }

  @Test
  void creationTimeOfTheRowIsShownWhenNoneIsRemembered() {
    assertThat(ConversationInfos.of(FULL, Memory.BLANK, V0Status.WORKING).createdAt())
        .isEqualTo(Rows.after(3));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void conversationWithoutATitleShowsTheDefaultOne(@Nullable String title) {
    AppConversation row = Rows.row("PAUSED", null).title(title).build();

    assertThat(ConversationInfos.of(row, Memory.BLANK, V0Status.STOPPED).title())
        .isEqualTo("Conversation 01234");
  }

  @Test
  void recordOfAStartIsMadeOfItsEcho() {
    AppConversationStartTask task =
        AppConversationStartTask.builder()
            .id(StartTaskId.parse("0a".repeat(16)))
            .sandboxId("box-1")
            .createdAt(Rows.after(1))
            .updatedAt(Rows.after(2))
            .request(
                AppConversationStartRequest.builder()
                    .selectedRepository("me/repo")
                    .selectedBranch("main")
                    .gitProvider(ProviderType.GITLAB)
                    .trigger(ConversationTrigger.OPENHANDS_API)
                    .prNumber(List.of(3L))
                    .llmModel("openai/fake")
                    .build())
            .build();

    assertThat(ConversationInfos.of(Rows.ID, task, V0Status.STARTING))
        .isEqualTo(
            ConversationInfo.builder()
                .conversationId(Rows.ID.hex())
                .title("Conversation 01234")
                .lastUpdatedAt(Rows.after(2))
                .status(V0Status.STARTING.status())
                .selectedRepository("me/repo")
                .selectedBranch("main")
                .gitProvider(ProviderType.GITLAB)
                .trigger(ConversationTrigger.OPENHANDS_API)
                .createdAt(Rows.after(1))
                .prNumber(List.of(3L))
                .conversationVersion("V1")
                .sandboxId("box-1")
                .llmModel("openai/fake")
                .build());
  }

  @Test
  void startWithoutAnEchoStillHasARecordAndNeverTheTasksId() throws Exception {
    AppConversationStartTask bare =
        AppConversationStartTask.builder().id(StartTaskId.parse("0a".repeat(16))).build();

    String json = MAPPER.writeValueAsString(ConversationInfos.of(Rows.ID, bare, V0Status.FAILED));

    assertThat(json)
        .startsWith(
            "{\"conversation_id\":\"0123456789abcdef0123456789abcdef\",\"title\":\"Conversation"
                + " 01234\",\"last_updated_at\":null,\"status\":\"ERROR\","
                + "\"runtime_status\":\"STATUS$ERROR\",\"selected_repository\":null")
        .doesNotContain("0a".repeat(16));
  }
}
