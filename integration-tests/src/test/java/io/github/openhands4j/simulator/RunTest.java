package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How runs end, as a poller sees them: execution status and sandbox status read by read. */
class RunTest {

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final String id = UUID.randomUUID().toString();

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> seen(int reads) throws IOException {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < reads; i++) {
      JsonNode read = caller.conversation(id);
      seen.add(read.get("execution_status").asText() + "/" + read.get("sandbox_status").asText());
    }
    return seen;
  }

  private List<String> seenOf(Outcome outcome, int reads) throws IOException {
    server.nextStart(outcome);
    caller.ready(id);
    return seen(reads);
  }

  @Test
  void finishes() throws IOException {
    assertThat(seenOf(Outcome.finished(), 3))
        .containsExactly("running/RUNNING", "finished/RUNNING", "finished/RUNNING");
    assertThat(caller.conversation(id).at("/metrics/accumulated_token_usage/prompt_tokens").asInt())
        .isEqualTo(200);
  }

  @Test
  void statusCanBeUnknownAndIdleBeforeItRuns() throws IOException {
    assertThat(seenOf(Outcome.finished().statusUnknownFor(2).idleFirst(), 5))
        .containsExactly(
            "null/RUNNING", "null/RUNNING", "idle/RUNNING", "running/RUNNING", "finished/RUNNING");
  }

  @Test
  void messageBeforeTheAgentIsHeardOfJoinsItsRun() throws IOException {
    server.nextStart(Outcome.stuck().statusUnknownFor(2).idleFirst());
    caller.ready(id);

    for (String status : List.of("null", "null", "idle", "running")) {
      caller.message(id, "while it is " + status);
      assertThat(seen(1)).containsExactly(status + "/RUNNING");
    }

    assertThat(seen(2)).containsOnly("stuck/RUNNING");
    assertThat(server.conversation(id).messages()).hasSize(5);
  }

  @Test
  void firstMessageRunsTheAgentAlsoBeforeItIsHeardOf() throws IOException {
    server.nextStart(Outcome.finished().statusUnknownFor(2));
    caller.post(STARTS, "{\"conversation_id\":\"" + id + "\"}");
    server.advance(7);

    caller.message(id, "go");

    assertThat(seen(3)).containsExactly("null/RUNNING", "running/RUNNING", "finished/RUNNING");
  }

  @Test
  void failsWithAnErrorEvent() throws IOException {
    assertThat(seenOf(Outcome.error("LLMAuthenticationError", "key refused"), 2))
        .containsExactly("running/RUNNING", "error/RUNNING");

    JsonNode event =
        caller
            .get("/api/v1/conversation/" + id + "/events/search?kind__eq=ConversationErrorEvent")
            .json()
            .at("/items/0");
    assertThat(event.get("code").asText()).isEqualTo("LLMAuthenticationError");
    assertThat(event.get("detail").asText()).isEqualTo("key refused");
  }

  @Test
  void getsStuck() throws IOException {
    assertThat(seenOf(Outcome.stuck(), 2)).containsExactly("running/RUNNING", "stuck/RUNNING");
  }

  @Test
  void waitsForConfirmation() throws IOException {
    assertThat(seenOf(Outcome.waitingForConfirmation(), 2))
        .containsExactly("running/RUNNING", "waiting_for_confirmation/RUNNING");
  }

  @Test
  void agentIsPaused() throws IOException {
    assertThat(seenOf(Outcome.paused(), 2)).containsExactly("running/RUNNING", "paused/RUNNING");
  }

  @Test
  void runsForever() throws IOException {
    assertThat(seenOf(Outcome.runningForever(), 9)).containsOnly("running/RUNNING");
  }

  @Test
  void sandboxBreaks() throws IOException {
    assertThat(seenOf(Outcome.sandboxError(), 3))
        .containsExactly("running/RUNNING", "null/ERROR", "null/ERROR");
  }

  @Test
  void sandboxIsLostForGood() throws IOException {
    assertThat(seenOf(Outcome.sandboxMissing(), 4))
        .containsExactly("running/RUNNING", "null/MISSING", "null/MISSING", "null/MISSING");
    assertThat(caller.conversation(id).get("conversation_url").isNull()).isTrue();
    assertThat(caller.conversation(id).get("session_api_key").isNull()).isTrue();
  }

  @Test
  void sandboxIsLostForAWhileAndTheRunGoesOn() throws IOException {
    assertThat(seenOf(Outcome.sandboxMissingFor(2), 5))
        .containsExactly(
            "running/RUNNING",
            "null/MISSING",
            "null/MISSING",
            "running/RUNNING",
            "finished/RUNNING");
  }

  @Test
  void sandboxPausedUnderARunComesBackAsError() throws IOException {
    assertThat(seenOf(Outcome.sandboxPaused(), 2))
        .containsExactly("running/RUNNING", "null/PAUSED");

    server.sandbox(id.replace("-", "")).resume();

    assertThat(seen(2)).containsExactly("null/STARTING", "error/RUNNING");
  }

  @Test
  void withoutAMessageTheConversationIsIdle() throws IOException {
    caller.post(STARTS, "{\"conversation_id\":\"" + id + "\"}");
    server.advance(7);

    assertThat(seen(3)).containsOnly("idle/RUNNING");
  }

  @Test
  void testsCanEndARunAndSetAnyStatus() throws IOException {
    seenOf(Outcome.runningForever(), 1);
    SimulatedConversation conversation = server.conversation(id);

    conversation.finish();
    assertThat(seen(2)).containsOnly("finished/RUNNING");
    conversation.fail("SomeError", "why");
    assertThat(seen(1)).containsOnly("error/RUNNING");
    conversation.setStatus("a_new_word");
    assertThat(seen(1)).containsOnly("a_new_word/RUNNING");
    assertThat(conversation.executionStatus()).hasValue("a_new_word");
    conversation.delete();
    assertThat(caller.conversation(id).isNull()).isTrue();
  }
}
