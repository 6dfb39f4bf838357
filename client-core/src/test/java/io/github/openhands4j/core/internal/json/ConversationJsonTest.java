package io.github.openhands4j.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a 1.11 server sends is read whole, and written back whole. */
class ConversationJsonTest {

  private static final String HEX = "19977c6abb2d4e5f8a9b0c1d2e3f4a5b";

  private static final String CONVERSATION =
      """
      {"id":"19977c6abb2d4e5f8a9b0c1d2e3f4a5b","created_by_user_id":null,
       "sandbox_id":"19977c6abb2d4e5f8a9b0c1d2e3f4a5b","selected_repository":null,
       "selected_branch":null,"git_provider":null,"title":"Conversation 19977","trigger":null,
       "pr_number":[],"llm_model":"openai/fake-model","agent_kind":"openhands",
       "metrics":{"model_name":"default","accumulated_cost":0.0,"max_budget_per_task":null,
        "accumulated_token_usage":{"model":"","prompt_tokens":200,"completion_tokens":20,
         "cache_read_tokens":0,"cache_write_tokens":0,"reasoning_tokens":0,"context_window":0,
         "per_turn_token":110,"response_id":"","new_count":7},
        "new_cost":{"a":[1,null,2.5]}},
       "parent_conversation_id":null,"sub_conversation_ids":[],"public":null,
       "tags":{"archiveworkspacepath":"."},"created_at":"2026-11-24T03:19:26.233366Z",
       "updated_at":"2026-11-24T03:19:27.636439Z","sandbox_status":"RUNNING",
       "execution_status":"finished",
       "conversation_url":"http://localhost:8400/api/conversations/19977c6abb2d4e5f8a9b0c1d2e3f4a5b",
       "session_api_key":"fake-session-key","acp_server":null,"launched_agent_profile":null,
       "new_null":null,"new_object":{"b":{"c":[true,"x"]}},"new_number":12345678901234567890}
      """;

  private static final String TASK =
      """
      {"id":"7f4c4779aaaa4bbb8ccc0123456789ab","created_by_user_id":null,"status":"WORKING",
       "detail":null,"app_conversation_id":null,"sandbox_id":null,"agent_server_url":null,
       "request":{"sandbox_id":null,"conversation_id":"1f2e3d4c-5b6a-4978-8796-a5b4c3d2e1f0",
        "initial_message":{"role":"user","content":[{"cache_prompt":false,"type":"text",
         "text":"Say hello"}],"run":false},
        "system_message_suffix":null,"processors":null,"llm_model":null,"agent_profile_id":null,
        "selected_repository":null,"selected_branch":null,"git_provider":null,
        "suggested_task":null,"title":null,"trigger":null,"pr_number":[],
        "parent_conversation_id":null,"agent_type":"default","public":null,"plugins":null,
        "secrets":{"GOOD":"**********"}},
       "created_at":"2026-11-24T03:10:06.657305Z","updated_at":"2026-11-24T03:10:06.657320",
       "new_field":[1,2]}
      """;

  private final ObjectMapper mapper = Json.mapper(1 << 20);

  @Test
  void conversationIsReadWhole() throws JsonProcessingException {
    AppConversation conversation = mapper.readValue(CONVERSATION, AppConversation.class);

    assertThat(conversation.id()).isEqualTo(ConversationId.parse(HEX));
    assertThat(conversation.title()).isEqualTo("Conversation 19977");
    assertThat(conversation.createdAt()).isEqualTo(Instant.parse("2026-11-24T03:19:26.233366Z"));
    assertThat(conversation.sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);
    assertThat(conversation.executionStatus()).isEqualTo(ConversationExecutionStatus.FINISHED);
    assertThat(conversation.tags()).containsEntry("archiveworkspacepath", ".");
    assertThat(conversation.sessionApiKey()).isEqualTo(Secret.of("fake-session-key"));
    assertThat(conversation.additionalProperties())
        .containsOnlyKeys("new_null", "new_object", "new_number");
  }

  @Test
  void conversationIsWrittenBackAsItCame() throws JsonProcessingException {
    AppConversation conversation = mapper.readValue(CONVERSATION, AppConversation.class);

    assertThat(mapper.readTree(mapper.writeValueAsString(conversation)))
        .isEqualTo(mapper.readTree(CONVERSATION));
  }

  @Test
  void startTaskIsReadWhole() throws JsonProcessingException {
    AppConversationStartTask task = mapper.readValue(TASK, AppConversationStartTask.class);

    assertThat(task.status()).isEqualTo(AppConversationStartTaskStatus.WORKING);
    assertThat(task.appConversationId()).isNull();
    assertThat(task.updatedAt()).isEqualTo(Instant.parse("2026-11-24T03:10:06.657320Z"));
    AppConversationStartRequest request = Objects.requireNonNull(task.request(), "request");
    assertThat(request.conversationId())
        .isEqualTo(ConversationId.parse("1F2E3D4C5B6A49788796A5B4C3D2E1F0"));
    assertThat(request.secrets()).containsEntry("GOOD", Secret.of("**********"));
    assertThat(request.plugins()).isEmpty();
    List<ContentBlock> content =
        Objects.requireNonNull(request.initialMessage(), "initial message").content();
    assertThat(content).containsExactly(TextContent.of("Say hello"));
    assertThat(task.additionalProperties()).containsOnlyKeys("new_field");
  }

  @Test
  void unknownFieldsOfAStartTaskAreWrittenBackAtEveryDepth() throws JsonProcessingException {
    AppConversationStartTask task = mapper.readValue(TASK, AppConversationStartTask.class);

    JsonNode written = mapper.readTree(mapper.writeValueAsString(task));

    assertThat(written.path("new_field")).isEqualTo(mapper.readTree("[1,2]"));
    assertThat(written.at("/request/initial_message/run")).isEqualTo(mapper.readTree("false"));
    assertThat(written.at("/request/conversation_id").textValue())
        .isEqualTo("1f2e3d4c5b6a49788796a5b4c3d2e1f0");
    assertThat(mapper.readValue(written.toString(), AppConversationStartTask.class))
        .usingRecursiveComparison()
        .ignoringFields("request.additionalProperties")
        .isEqualTo(task);
  }

  @Test
  void absentFieldsAreNullOrEmpty() throws JsonProcessingException {
    AppConversation conversation =
        mapper.readValue("{\"id\":\"" + HEX + "\"}", AppConversation.class);

    assertThat(conversation.executionStatus()).isNull();
    assertThat(conversation.prNumber()).isEmpty();
    assertThat(conversation.tags()).isEmpty();
    assertThat(conversation.additionalProperties()).isEmpty();
  }

  @Test
  void noTypeIsNamedByJson() throws JsonProcessingException {
    AppConversation conversation =
        mapper.readValue(
            "{\"id\":\"" + HEX + "\",\"@class\":\"java.net.URL\",\"x\":[\"java.net.URL\",\"y\"]}",
            AppConversation.class);

    assertThat(conversation.additionalProperties())
        .containsEntry("@class", "java.net.URL")
        .containsEntry("x", List.of("java.net.URL", "y"));
  }
}
