package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages to a conversation that exists. */
class MessageTest {

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final String id = UUID.randomUUID().toString();
  private final String hex = id.replace("-", "");

  @BeforeEach
  void finishFirstRun() throws IOException {
    caller.ready(id);
    server.advance();
    assertThat(status()).isEqualTo("finished");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String status() throws IOException {
    return caller.conversation(id).get("execution_status").asText();
  }

  @Test
  void messageRunsTheAgentAgainAndTheOldStatusIsSeenOnceMore() throws IOException {
    Caller.Answer answer = caller.message(id, "more");

    assertThat(answer.text())
        .isEqualTo("{\"success\":true,\"sandbox_status\":\"RUNNING\",\"message\":null}");
    assertThat(status()).isEqualTo("finished");
    assertThat(status()).isEqualTo("running");
    assertThat(status()).isEqualTo("finished");
    assertThat(server.conversation(id).messages()).containsExactly("hello", "more");
  }

  @Test
  void runOfAMessageCanBeTold() throws IOException {
    server.conversation(id).nextRun(Outcome.stuck());
    caller.message(id, "more");
    server.advance(2);

    assertThat(status()).isEqualTo("stuck");
  }

  @Test
  void messageThatFollowsAtOnceJoinsTheRunOfTheOneBefore() throws IOException {
    server.conversation(id).nextRun(Outcome.stuck());

    caller.message(id, "more");
    caller.message(id, "and more");

    assertThat(List.of(status(), status(), status(), status()))
        .containsExactly("finished", "running", "stuck", "stuck");
    assertThat(server.conversation(id).messages()).containsExactly("hello", "more", "and more");
  }

  @Test
  void messageIntoARunLeavesTheNextOneAsItWasTold() throws IOException {
    SimulatedConversation conversation = server.conversation(id);
    caller.message(id, "more");
    assertThat(List.of(status(), conversation.executionStatus().orElseThrow()))
        .containsExactly("finished", "running");

    conversation.nextRun(Outcome.stuck());
    caller.message(id, "into the run");
    assertThat(List.of(status(), status())).containsExactly("running", "finished");

    caller.message(id, "after it");
    assertThat(List.of(status(), status(), status()))
        .containsExactly("finished", "running", "stuck");
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "idle", "stuck"})
  void messageEndsAStatusThatATestHasSet(String word) throws IOException {
    server.conversation(id).setStatus(word);
    assertThat(List.of(status(), status())).containsOnly(word);

    caller.message(id, "more");

    assertThat(List.of(status(), status(), status())).containsExactly(word, "running", "finished");
  }

  @Test
  void messageWithoutRunLeavesTheStatusAlone() throws IOException {
    server.conversation(id).pauseAgent();

    caller.post(
        STARTS + "/" + id + "/send-message", "{\"run\":false,\"content\":[{\"text\":\"x\"}]}");

    assertThat(status()).isEqualTo("paused");
    assertThat(status()).isEqualTo("paused");
  }

  @Test
  void unknownConversationIsNotFound() throws IOException {
    String other = UUID.randomUUID().toString();
    Caller.Answer answer = caller.message(other.replace("-", ""), "x");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("{\"detail\":\"Conversation " + other + " not found\"}");
  }

  @Test
  void deletedSandboxIsNotFound() throws IOException {
    server.sandbox(hex).delete();
    Caller.Answer answer = caller.message(id, "x");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text())
        .isEqualTo("{\"detail\":\"Sandbox not found for conversation " + id + "\"}");
  }

  @Test
  void lostSandboxIsGone() throws IOException {
    server.sandbox(hex).lose();

    assertThat(caller.message(id, "x").status()).isEqualTo(410);
  }

  @Test
  void brokenSandboxIsUnavailable() throws IOException {
    server.sandbox(hex).fail();

    assertThat(caller.message(id, "x").status()).isEqualTo(503);
  }

  @Test
  void pausedSandboxIsAConflictThatNamesTheWayOut() throws IOException {
    server.sandbox(hex).pause();
    Caller.Answer answer = caller.message(id, "x");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text())
        .isEqualTo(
            "{\"detail\":\"Sandbox is PAUSED. Use POST /api/v1/sandboxes/"
                + hex
                + "/resume to resume it first.\"}");
  }
}
