package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PATCH and DELETE of conversations, and the titles the server gives by itself. */
class ConversationWriteTest {

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final String id = UUID.randomUUID().toString();
  private final String path = STARTS + "/" + id;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void patchChangesWhatIsNamedClearsWhatIsNullAndIgnoresTheRest() throws IOException {
    caller.ready(id);

    JsonNode changed =
        caller
            .send(
                "PATCH",
                path,
                "{\"title\":\"mine\",\"public\":true,\"selected_repository\":\"me/repo\",\"x\":1}")
            .json();
    assertThat(changed.get("title").asText()).isEqualTo("mine");
    assertThat(changed.get("public").asBoolean()).isTrue();
    assertThat(changed.get("selected_repository").asText()).isEqualTo("me/repo");
    assertThat(changed.has("x")).isFalse();

    assertThat(caller.send("PATCH", path, "{}").json().get("title").asText()).isEqualTo("mine");
    JsonNode cleared = caller.send("PATCH", path, "{\"title\":null}").json();
    assertThat(cleared.get("title").isNull()).isTrue();
    assertThat(cleared.get("public").asBoolean()).isTrue();
  }

  @Test
  void patchOfAnUnknownIdIsNotFoundAndOfABadOneACrash() throws IOException {
    Caller.Answer unknown = caller.send("PATCH", path, "{\"title\":\"x\"}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text()).isEqualTo("{\"detail\":\"unknown_app_conversation\"}");

    Caller.Answer bad = caller.send("PATCH", STARTS + "/abc", "{}");
    assertThat(bad.status()).isEqualTo(500);
    assertThat(bad.text()).isEqualTo("Internal Server Error");
  }

  @Test
  void patchRefusesARepositoryTheServerWouldRaiseOn() throws IOException {
    caller.ready(id);

    assertThat(caller.send("PATCH", path, "{\"selected_repository\":\"bad;rm\"}").status())
        .isEqualTo(500);
    assertThat(
            caller
                .send("PATCH", path, "{\"selected_repository\":null,\"selected_branch\":\"main\"}")
                .status())
        .isEqualTo(500);
    assertThat(caller.send("PATCH", path, "{\"title\":1}").status()).isEqualTo(422);
  }

  @Test
  void deleteTakesStartTasksChildrenAndTheSandboxWithIt() throws IOException {
    caller.ready(id);
    String child = UUID.randomUUID().toString();
    caller.post(
        STARTS,
        "{\"conversation_id\":\"" + child + "\",\"parent_conversation_id\":\"" + id + "\"}");
    server.advance(8);

    assertThat(caller.send("DELETE", path, "").text()).isEqualTo("{\"success\":true}");

    assertThat(caller.conversation(id).isNull()).isTrue();
    assertThat(server.conversations()).isEmpty();
    assertThat(server.startTasks()).isEmpty();
    assertThat(server.sandboxes()).isEmpty();
    Caller.Answer again = caller.send("DELETE", path, "");
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.text()).isEqualTo("{\"detail\":\"Conversation not found\"}");
    assertThat(caller.get("/api/v1/conversation/" + id + "/events/count").text()).isNotEqualTo("0");
  }

  @Test
  void deleteKeepsASandboxThatAnotherConversationUses() throws IOException {
    caller.ready(id);
    caller.post(STARTS, "{\"sandbox_id\":\"" + id.replace("-", "") + "\"}");
    server.advance(8);

    caller.send("DELETE", path, "");

    assertThat(server.sandboxes()).hasSize(1);
  }

  @Test
  void deleteOfABadIdIsRefused() throws IOException {
    Caller.Answer bad = caller.send("DELETE", STARTS + "/abc", "");

    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.text()).isEqualTo("{\"detail\":\"Invalid conversation ID format\"}");
  }

  @Test
  void automaticTitleOverwritesAnEarlierOneAndSparesALaterOne() throws IOException {
    try (OpenHandsSimulator titled =
        OpenHandsSimulator.builder().automaticTitle("Greeting", 2).start()) {
      Caller other = new Caller(titled);
      other.ready(id);
      other.send("PATCH", path, "{\"title\":\"early\"}");
      assertThat(other.conversation(id).get("title").asText()).isEqualTo("early");
      assertThat(other.conversation(id).get("title").asText()).isEqualTo("early");
      assertThat(other.conversation(id).get("title").asText()).isEqualTo("Greeting");
      other.send("PATCH", path, "{\"title\":\"late\"}");
      assertThat(other.conversation(id).get("title").asText()).isEqualTo("late");
      assertThat(other.conversation(id).get("title").asText()).isEqualTo("late");
    }
  }

  @Test
  void patchedFieldCanBeLost() throws IOException {
    caller.ready(id);
    caller.send("PATCH", path, "{\"selected_repository\":\"a/b\",\"title\":null}");

    server.conversation(id).forget("selected_repository");

    assertThat(caller.conversation(id).get("selected_repository").isNull()).isTrue();
    assertThat(caller.conversation(id).get("title").isNull()).isTrue();
  }

  @Test
  void recordThatOnlyTheAgentServerHasWrittenIsAStub() throws IOException {
    caller.ready(id);
    JsonNode whole = caller.conversation(id);

    server.conversation(id).becomeStub();
    JsonNode stub = caller.conversation(id);
    server.conversation(id).becomeWhole();

    assertThat(stub.get("title").asText()).isEqualTo("Conversation " + id.replace("-", ""));
    assertThat(stub.get("trigger").isNull()).isTrue();
    assertThat(caller.conversation(id).get("title")).isEqualTo(whole.get("title"));
  }

  @Test
  void automaticTitleTakesEverythingPatchedBeforeItAlong() throws IOException {
    caller.ready(id);
    caller.send("PATCH", path, "{\"selected_repository\":\"a/b\",\"public\":true}");

    server.conversation(id).giveAutomaticTitle("By itself");

    JsonNode shown = caller.conversation(id);
    assertThat(shown.get("title").asText()).isEqualTo("By itself");
    assertThat(shown.get("selected_repository").isNull()).isTrue();
    assertThat(shown.get("public").isNull()).isTrue();
  }

  @Test
  void reportOfTheAgentMovesCreatedAtAndClearsPublicUnlessToldOtherwise() throws IOException {
    ManualClock clock = new ManualClock();
    try (OpenHandsSimulator moving = OpenHandsSimulator.builder().clock(clock).start();
        OpenHandsSimulator steady =
            OpenHandsSimulator.builder().clock(clock).movingCreatedAt(false).start()) {
      Caller first = new Caller(moving);
      Caller second = new Caller(steady);
      for (Caller each : new Caller[] {first, second}) {
        each.ready(id);
        each.send("PATCH", path, "{\"public\":true}");
      }
      String before = first.conversation(id).get("created_at").asText();
      clock.plusSeconds(10);

      moving.conversation(id).pauseAgent();
      steady.conversation(id).pauseAgent();

      assertThat(first.conversation(id).get("created_at").asText()).isGreaterThan(before);
      assertThat(first.conversation(id).get("public").isNull()).isTrue();
      assertThat(first.conversation(id).get("execution_status").asText()).isEqualTo("paused");
      assertThat(second.conversation(id).get("created_at").asText()).isEqualTo(before);
      assertThat(second.conversation(id).get("public").asBoolean()).isTrue();
    }
  }
}
