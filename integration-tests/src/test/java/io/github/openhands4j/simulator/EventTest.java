package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The few events the simulator makes. */
class EventTest {

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final String id = UUID.randomUUID().toString();
  private final String path = "/api/v1/conversation/" + id + "/events";

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void runLeavesItsEventsInOrder() throws IOException {
    caller.ready(id);
    server.advance();

    JsonNode page = caller.get(path + "/search").json();

    List<String> seen = new ArrayList<>();
    for (JsonNode event : page.get("items")) {
      seen.add(event.get("kind").asText() + " " + event.get("source").asText());
      assertThat(event.get("timestamp").asText()).doesNotEndWith("Z");
    }
    assertThat(seen)
        .containsExactly(
            "SystemPromptEvent agent",
            "MessageEvent user",
            "ConversationStateUpdateEvent environment",
            "ConversationStateUpdateEvent environment",
            "MessageEvent agent",
            "ConversationStateUpdateEvent environment");
    assertThat(page.at("/items/1/llm_message/content/0/text").asText()).isEqualTo("hello");
    assertThat(page.at("/items/2/key").asText()).isEqualTo("last_user_message_id");
    assertThat(page.at("/items/2/value")).isEqualTo(page.at("/items/1/id"));
    assertThat(page.at("/items/5/value").asText()).isEqualTo("finished");
    assertThat(caller.get(path + "/count").text()).isEqualTo("6");
    assertThat(caller.get(path + "/search?limit=3").json().get("next_page_id").asText())
        .isEqualTo("3");
    String first = page.at("/items/0/id").asText();
    JsonNode batch = caller.get(path + "?id=" + first + "&id=" + UUID.randomUUID()).json();
    assertThat(batch.get(0).get("id").asText()).isEqualTo(first);
    assertThat(batch.get(1).isNull()).isTrue();
  }

  @Test
  void agentThatHadNothingToDoHasNoEvents() throws IOException {
    caller.post("/api/v1/app-conversations", "{\"conversation_id\":\"" + id + "\"}");
    server.advance(12);

    assertThat(server.conversation(id).executionStatus()).hasValue("idle");
    assertThat(caller.get(path + "/count").text()).isEqualTo("0");
  }

  @Test
  void unknownConversationHasNoneAndABadTokenIsACrash() throws IOException {
    assertThat(caller.get(path + "/search").json().get("items")).isEmpty();
    assertThat(caller.get(path + "/count").text()).isEqualTo("0");
    assertThat(caller.get(path + "/search?page_id=abc").status()).isEqualTo(500);
    assertThat(caller.get("/api/v1/conversation/abc/events/search").status()).isEqualTo(500);
    assertThat(caller.get(path + "/abc").status()).isEqualTo(404);
  }
}
