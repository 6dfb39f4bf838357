package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v1.AgentType;
import io.github.openhands4j.model.v1.PluginSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StartRequestBuilderTest {

  private static final ObjectMapper MAPPER = Json.mapper(1_000_000);
  private static final SuggestedTask TASK =
      new SuggestedTask(ProviderType.GITHUB, TaskType.OPEN_ISSUE, "me/repo", 7, "A title");

  private static String json(StartRequest request) throws JsonProcessingException {
    return MAPPER.writeValueAsString(MAPPER.valueToTree(request.body()));
  }

  @Test
  void emptyRequestIsAnEmptyObject() throws Exception {
    assertThat(json(StartRequest.builder().build())).isEqualTo("{}");
  }

  @Test
  void fullRequestIsWrittenInTheServersWords() throws Exception {
    StartRequest request =
        StartRequest.builder()
            .message("Fix the \"README\"")
            .images(List.of("https://example.com/a.png", "data:image/png;base64,AA=="))
            .repository("me/repo")
            .branch("main")
            .gitProvider(ProviderType.GITLAB)
            .systemMessageSuffix("Be brief.")
            .llmModel("openai/fake")
            .agentProfileId("p1")
            .agentType(AgentType.PLAN)
            .sandboxId("box-1")
            .parentConversationId(ConversationId.parse("0123456789abcdef0123456789abcdef"))
            .trigger(ConversationTrigger.OPENHANDS_API)
            .prNumber(List.of(1L, 2L))
            .plugins(
                List.of(
                    PluginSpec.builder()
                        .source("github:me/plugin")
                        .parameters(Map.of("a", 1))
                        .build()))
            .secret("NAME", "not-a-key")
            .build();

    assertThat(MAPPER.readTree(json(request)))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"sandbox_id":"box-1",
                 "initial_message":{"role":"user","content":[
                   {"type":"text","text":"Fix the \\"README\\""},
                   {"type":"image","image_urls":["https://example.com/a.png","data:image/png;base64,AA=="]}]},
                 "system_message_suffix":"Be brief.","llm_model":"openai/fake","agent_profile_id":"p1",
                 "selected_repository":"me/repo","selected_branch":"main","git_provider":"gitlab",
                 "trigger":"openhands_api","pr_number":[1,2],
                 "parent_conversation_id":"0123456789abcdef0123456789abcdef","agent_type":"plan",
                 "plugins":[{"source":"github:me/plugin","parameters":{"a":1}}],
                 "secrets":{"NAME":"not-a-key"}}
                """));
  }

  @Test
  void suggestedTaskIsWrittenWithoutAMessage() throws Exception {
    assertThat(json(StartRequest.builder().suggestedTask(TASK).build()))
        .isEqualTo(
            "{\"suggested_task\":{\"git_provider\":\"github\",\"task_type\":\"OPEN_ISSUE\","
                + "\"repo\":\"me/repo\",\"issue_number\":7,\"title\":\"A title\"}}");
  }

  @Test
  void messageAndSuggestedTaskContradictEachOther() {
    assertThatThrownBy(() -> StartRequest.builder().suggestedTask(TASK).message("x").build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("suggested task");
    assertThatThrownBy(
            () ->
                StartRequest.builder()
                    .images(List.of("https://example.com/a.png"))
                    .suggestedTask(TASK)
                    .build())
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void builtRequestDoesNotChangeWithItsBuilder() throws Exception {
    StartRequestBuilder builder = StartRequest.builder().message("one").secret("A", "fake");
    StartRequest first = builder.build();
    String before = json(first);
    builder.message("two").secret("B", "fake").repository("me/other").build();

    assertThat(json(first)).isEqualTo(before);
  }

  @Test
  void textOfARequestShowsNeitherMessageNorSecrets() {
    assertThat(
            StartRequest.builder()
                .message("private")
                .secret("NAME", "not-a-key")
                .build()
                .toString())
        .doesNotContain("private", "not-a-key", "NAME");
  }

  @Test
  void fieldsThisReleaseDoesNotKnowAreSentAsTheyAre() throws Exception {
    String sent =
        json(
            StartRequest.builder()
                .set("new_field", List.of(1, "x"))
                .set("cleared", null)
                .message("hi")
                .build());

    assertThat(sent).contains("\"new_field\":[1,\"x\"]", "\"cleared\":null", "\"initial_message\"");
  }

  @Test
  void valuesOfFurtherFieldsAreCopiedWithAllThatIsInThem() throws Exception {
    List<Object> inner = new ArrayList<>(Arrays.asList(1, null, true));
    Map<String, Object> outer = new LinkedHashMap<>(Map.of("list", inner));
    StartRequest request = StartRequest.builder().set("new_field", outer).build();
    inner.add("late");
    outer.put("late", 1);

    assertThat(json(request)).isEqualTo("{\"new_field\":{\"list\":[1,null,true]}}");
  }

  @Test
  void furtherFieldsArePlainJsonValuesOnly() {
    for (Object odd :
        List.of(URI.create("secret"), Set.of(), List.of(Map.of(1, 2)), new AtomicLong())) {
      assertThatThrownBy(() -> StartRequest.builder().set("new_field", odd))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("new_field")
          .hasMessageContaining("plain JSON")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void fieldsThatHaveTheirMethodAreNotSetByName() {
    for (String known : List.of("conversation_id", "llm_model", "secrets", "initial_message")) {
      assertThatThrownBy(() -> StartRequest.builder().set(known, "x"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(known);
    }
  }
}
