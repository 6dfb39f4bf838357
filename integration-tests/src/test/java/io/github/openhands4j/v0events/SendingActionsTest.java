package io.github.openhands4j.v0events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.RecordedRequest;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingActionsTest {

  private static final String INTERRUPT = "/api/conversations/[^/]+/interrupt";
  private static final String PAUSE = "/api/conversations/[^/]+/pause";

  private EventWorld world = new EventWorld();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aMessageGoesTheWayOfAllMessages() {
    String id = world.settled(Outcome.finished());

    world
        .client
        .events()
        .addEvent(
            id,
            Map.of(
                "action",
                "message",
                "args",
                Map.of("content", "Look", "image_urls", List.of("data:image/png;base64,AA=="))));

    assertThat(world.conversation(id).messages()).endsWith("Look");
    assertThat(world.server.journal().count("POST", ".*/send-message")).isEqualTo(1);
  }

  @Test
  void filesOfAMessageAreNamedInItsTextOnce() {
    String id = world.settled(Outcome.finished());

    world.client.events().addEvent(id, message("Look", List.of("/workspace/a.txt", "/w/b.txt")));
    world.client.events().addEvent(id, message("See /w/b.txt", List.of("/w/b.txt")));
    world.client.events().addEvent(id, message("Go", List.of()));

    assertThat(world.conversation(id).messages())
        .endsWith("Look\n\nFiles:\n/workspace/a.txt\n/w/b.txt", "See /w/b.txt", "Go");
  }

  private static Map<String, Object> message(String content, Object files) {
    return Map.of("action", "message", "args", Map.of("content", content, "file_urls", files));
  }

  @Test
  void aKeyThatTheAgentServerRefusesIsReadAgainOnce() {
    String id = world.settled(Outcome.runningForever());
    for (String route : List.of(INTERRUPT, "/api/conversations/[^/]+/run")) {
      world
          .server
          .agentServer()
          .disturbNext(
              "POST",
              route,
              Disturbance.notTaken().answer(401, "application/json", "{\"detail\":\"no\"}"));
    }

    change(id, "paused");
    assertThat(world.conversation(id).executionStatus()).contains("paused");
    world.conversation(id).nextRun(Outcome.runningForever());
    change(id, "running");

    assertThat(world.server.agentServer().journal().requests())
        .filteredOn(request -> request.method().equals("POST"))
        .extracting(RecordedRequest::status)
        .containsExactly(401, 200, 401, 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"paused", "stopped"})
  void pausedAndStoppedInterruptTheAgent(String state) {
    String id = world.settled(Outcome.runningForever());

    change(id, state);

    assertThat(world.conversation(id).executionStatus()).contains("paused");
    assertThat(world.server.agentServer().journal().count("POST", INTERRUPT)).isEqualTo(1);
    assertThat(world.server.agentServer().journal().count("POST", PAUSE)).isZero();
  }

  @Test
  void anOldAgentServerIsPausedInstead() {
    world.close();
    world =
        new EventWorld(
            it -> it.agentServerAge(AgentServerAge.BOTH_STYLES), CompatOptions.builder().build());
    String id = world.settled(Outcome.runningForever());

    change(id, "paused");

    assertThat(world.conversation(id).executionStatus()).contains("paused");
    assertThat(world.server.agentServer().journal().count("POST", PAUSE)).isEqualTo(1);
  }

  @Test
  void runningLetsTheAgentGoOnAndIsFineWhenItRuns() {
    String id = world.settled(Outcome.runningForever());
    change(id, "paused");
    world.conversation(id).nextRun(Outcome.runningForever());

    change(id, "running");
    world.settle();
    change(id, "running");

    assertThat(world.conversation(id).executionStatus()).contains("running");
    assertThat(world.server.agentServer().journal().requests())
        .filteredOn(request -> request.path().endsWith("/run"))
        .extracting(RecordedRequest::status)
        .containsExactly(200, 409);
  }

  @Test
  void whatTheAgentWaitsForIsConfirmedOrRejected() {
    String confirmed = world.settled(Outcome.waitingForConfirmation());
    change(confirmed, "user_confirmed");
    String rejected = world.settled(Outcome.waitingForConfirmation());
    change(rejected, "user_rejected");

    assertThat(world.conversation(confirmed).executionStatus()).isNotEqualTo("idle");
    assertThat(world.conversation(rejected).executionStatus()).contains("idle");
  }

  @Test
  void anythingElseIsRefusedWithAReasonAndSendsNothing() {
    String id = world.settled(Outcome.runningForever());
    for (Map<String, Object> event :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("action", "run", "args", Map.of("command", "ls")),
            Map.of("action", "message"),
            Map.of("action", "message", "args", Map.of("content", 7)),
            message("Look", "/workspace/a.txt"),
            message("Look", List.of(7)),
            Map.of("action", "message", "args", Map.of("content", "a", "image_urls", List.of(1))),
            Map.of("action", "change_agent_state", "args", Map.of("agent_state", "finished")))) {
      assertThatThrownBy(() -> world.client.events().addEvent(id, event))
          .isInstanceOfSatisfying(
              V0Exception.class,
              e -> {
                assertThat(e.status()).isEqualTo(400);
                assertThat(e.body()).startsWith("{\"detail\":\"");
              });
    }
    assertThat(world.server.agentServer().journal().count("POST", ".*")).isZero();
    assertThat(world.server.journal().count("POST", ".*/send-message")).isZero();
  }

  @Test
  void anUnknownConversationIs404AndAPausedOneHasNoConversation() {
    assertThatThrownBy(() -> change("0123456789abcdef0123456789abcdef", "paused"))
        .isInstanceOfSatisfying(V0Exception.class, e -> assertThat(e.status()).isEqualTo(404));
    String id = world.settled(Outcome.sandboxPaused());
    assertThatThrownBy(() -> change(id, "paused"))
        .isInstanceOfSatisfying(
            V0Exception.class,
            e -> {
              assertThat(e.status()).isEqualTo(500);
              assertThat(e.body()).contains("no_conversation:" + id);
            });
  }

  private void change(String id, String state) {
    world
        .client
        .events()
        .addEvent(id, Map.of("action", "change_agent_state", "args", Map.of("agent_state", state)));
  }
}
