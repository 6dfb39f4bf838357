package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The four things that happen when the same conversation id is started again. */
class RepeatedIdTest {

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final String id = UUID.randomUUID().toString();
  private final String hex = id.replace("-", "");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void inItsOwnSandboxTheRecordIsOverwrittenAndTheMessageDropped() throws IOException {
    caller.ready(id);
    caller.send("PATCH", STARTS + "/" + id, "{\"title\":\"mine\"}");
    String createdAt = caller.conversation(id).get("created_at").asText();

    String second =
        caller
            .post(
                STARTS,
                "{\"conversation_id\":\""
                    + id
                    + "\",\"sandbox_id\":\""
                    + hex
                    + "\",\"initial_message\":{\"content\":[{\"text\":\"again\"}]}}")
            .json()
            .get("id")
            .asText();
    server.advance(8);

    assertThat(caller.task(second).get("status").asText()).isEqualTo("READY");
    JsonNode conversation = caller.conversation(id);
    assertThat(conversation.get("title").asText()).isEqualTo("Conversation " + id.substring(0, 5));
    assertThat(conversation.get("created_at").asText()).isGreaterThan(createdAt);
    assertThat(server.conversation(id).messages()).containsExactly("hello");
    assertThat(server.conversations()).hasSize(1);
  }

  @Test
  void whileTheFirstIsStartingBothEndInErrorAndAThirdSucceeds() throws IOException {
    String first = caller.start(id).get("id").asText();
    String second = caller.start(id).get("id").asText();
    assertThat(second).isNotEqualTo(first);

    server.advance(8);

    for (String task : new String[] {first, second}) {
      JsonNode read = caller.task(task);
      assertThat(read.get("status").asText()).isEqualTo("ERROR");
      assertThat(read.get("detail").asText()).startsWith("Client error '401 Unauthorized' for url");
    }
    assertThat(caller.conversation(id).isNull()).isTrue();
    assertThat(caller.sandbox(hex).get("status").asText()).isEqualTo("MISSING");

    caller.ready(id);
    assertThat(caller.conversation(id).get("sandbox_status").asText()).isEqualTo("RUNNING");
  }

  @Test
  void ofAReadyConversationTheHealthyOneBecomesUnreachable() throws IOException {
    caller.ready(id);
    String url = caller.conversation(id).get("conversation_url").asText();

    String second = caller.start(id).get("id").asText();
    server.advance(8);

    assertThat(caller.task(second).get("status").asText()).isEqualTo("ERROR");
    assertThat(caller.task(second).get("detail").asText())
        .startsWith("Server error '500 Internal Server Error' for url");
    JsonNode conversation = caller.conversation(id);
    assertThat(conversation.get("execution_status").isNull()).isTrue();
    assertThat(conversation.get("sandbox_status").asText()).isEqualTo("RUNNING");
    assertThat(conversation.get("conversation_url").asText()).isNotEqualTo(url);
    assertThat(caller.message(id, "still there?").status()).isEqualTo(502);
  }

  @Test
  void afterItsSandboxWasDeletedTheStartWorksAndEventsOfBothLivesStay() throws IOException {
    caller.ready(id);
    server.sandbox(hex).delete();
    assertThat(caller.conversation(id).get("sandbox_status").asText()).isEqualTo("MISSING");

    caller.ready(id);

    assertThat(caller.conversation(id).get("sandbox_status").asText()).isEqualTo("RUNNING");
    assertThat(server.conversations()).hasSize(1);
    assertThat(
            caller
                .get("/api/v1/conversation/" + id + "/events/search?kind__eq=MessageEvent")
                .json()
                .get("items"))
        .hasSizeGreaterThanOrEqualTo(2);
  }
}
