package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Running, stopping and answering an agent at its own server. */
class AgentControlTest {

  private static final String CONFIRM = "/events/respond_to_confirmation";
  private static final String DONE = "{\"success\":true}";

  private static AgentWorld world(Outcome outcome) throws IOException {
    return new AgentWorld(OpenHandsSimulator.builder().staleStatusAfterMessage(0), outcome);
  }

  private static List<String> kinds(AgentWorld world) throws IOException {
    return AgentWorld.kinds(world.get(world.conversation + "/events/search").json());
  }

  @Test
  void pausesAndRunsAgain() throws IOException {
    try (AgentWorld world = world(Outcome.runningForever())) {
      assertThat(world.post(world.conversation + "/run", "").status()).isEqualTo(409);
      assertThat(world.post(world.conversation + "/pause", "").text()).isEqualTo(DONE);
      assertThat(world.status()).isEqualTo("paused");
      assertThat(kinds(world)).endsWith("PauseEvent", "ConversationStateUpdateEvent paused");
      assertThat(world.app.conversation(world.id).get("execution_status").asText())
          .isEqualTo("paused");
      world.server.conversation(world.id).nextRun(Outcome.runningForever());
      assertThat(world.post(world.conversation + "/run", "").text()).isEqualTo(DONE);
      assertThat(world.status()).isEqualTo("running");
      assertThat(world.post(world.conversation + "/interrupt", "").text()).isEqualTo(DONE);
      assertThat(kinds(world)).contains("InterruptEvent");
      assertThat(world.status()).isEqualTo("paused");
    }
  }

  @Test
  void secondRunIsAConflictAlsoWhileTheOldStatusIsStillShown() throws IOException {
    try (AgentWorld world = new AgentWorld()) {
      String run = world.conversation + "/run";
      world.server.conversation(world.id).pauseAgent();
      world.server.conversation(world.id).nextRun(Outcome.stuck());

      assertThat(world.post(run, "").text()).isEqualTo(DONE);
      assertThat(world.status()).isEqualTo("paused");
      assertThat(world.post(run, "").status()).isEqualTo(409);
      world.server.advance(2);
      assertThat(world.status()).isEqualTo("stuck");
      assertThat(world.post(run, "").text()).isEqualTo(DONE);
    }
  }

  @Test
  void runIsAConflictWhereTheStatusWasSetToRunning() throws IOException {
    try (AgentWorld world = world(Outcome.finished())) {
      world.server.conversation(world.id).setStatus("running");

      assertThat(world.post(world.conversation + "/run", "").status()).isEqualTo(409);
    }
  }

  @Test
  void stopOfAFinishedAgentDoesNothing() throws IOException {
    try (AgentWorld world = world(Outcome.finished())) {
      world.server.advance();

      assertThat(world.post(world.conversation + "/interrupt", "").text()).isEqualTo(DONE);
      assertThat(world.status()).isEqualTo("finished");
    }
  }

  @Test
  void unknownConversationIsABadRequestForStopsOnly() throws IOException {
    try (AgentWorld world = world(Outcome.finished())) {
      String other = "/api/conversations/" + UUID.randomUUID();

      assertThat(world.post(other + "/pause", "").text()).isEqualTo("{\"detail\":\"Bad Request\"}");
      assertThat(world.post(other + "/run", "").status()).isEqualTo(404);
      assertThat(world.post(other + CONFIRM, "{\"accept\":true}").status()).isEqualTo(404);
      assertThat(world.post(other + "/events", "{\"content\":[]}").status()).isEqualTo(404);
      assertThat(world.get(other + "/events/search").status()).isEqualTo(404);
    }
  }

  @Test
  void acceptedActionIsCarriedOutAndTheRunGoesOn() throws IOException {
    try (AgentWorld world = world(Outcome.waitingForConfirmation())) {
      world.server.advance();
      assertThat(kinds(world))
          .endsWith(
              "ActionEvent TerminalAction",
              "ConversationStateUpdateEvent waiting_for_confirmation");

      assertThat(world.post(world.conversation + CONFIRM, "{\"accept\":true}").text())
          .isEqualTo(DONE);
      assertThat(kinds(world))
          .endsWith("ObservationEvent TerminalObservation", "ConversationStateUpdateEvent running");
      assertThat(world.status()).isEqualTo("running");
    }
  }

  @Test
  void refusedActionLeavesAnIdleAgent() throws IOException {
    try (AgentWorld world = world(Outcome.waitingForConfirmation())) {
      world.server.advance();

      world.post(world.conversation + CONFIRM, "{\"accept\":false,\"reason\":\"Too risky\"}");
      world.post(world.conversation + CONFIRM, "{\"accept\":false}");

      assertThat(kinds(world))
          .endsWith("UserRejectObservation Too risky", "ConversationStateUpdateEvent idle");
      assertThat(world.status()).isEqualTo("idle");
      assertThat(world.post(world.conversation + CONFIRM, "{}").status()).isEqualTo(422);
    }
  }

  @Test
  void messageDoesNotRunTheAgentUnlessAsked() throws IOException {
    try (AgentWorld world = world(Outcome.finished())) {
      world.server.advance();
      String message = "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"more\"}]";

      assertThat(world.post(world.conversation + "/events", message + "}").text()).isEqualTo(DONE);
      assertThat(world.status()).isEqualTo("finished");
      world.post(world.conversation + "/events", message + ",\"run\":true}");
      assertThat(world.status()).isEqualTo("running");
      assertThat(world.server.conversation(world.id).messages())
          .containsExactly("hello", "more", "more");
      assertThat(world.post(world.conversation + "/events", "{\"content\":[]}").text())
          .isEqualTo(DONE);
      assertThat(world.post(world.conversation + "/events", "{\"role\":\"me\"}").status())
          .isEqualTo(422);
    }
  }
}
