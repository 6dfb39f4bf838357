package io.github.openhands4j.adapter;

import static io.github.openhands4j.adapter.AdaptedServer.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.model.v0.ConversationResponse;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conversations that share a sandbox are stopped and deleted one by one. */
class SharedSandboxTest {

  private static final String INTERRUPT = "/api/conversations/[0-9a-f-]+/interrupt";
  private static final String PAUSE = "/api/conversations/[0-9a-f-]+/pause";

  private final AdaptedServer world = new AdaptedServer();

  @AfterEach
  void close() {
    world.close();
  }

  private ConversationStatus statusOf(String id) {
    return world.client().getConversation(id).orElseThrow().status();
  }

  @Test
  void stopInterruptsTheAgentAloneAndShowsItAsStopped() {
    String mine = world.running();
    String other = world.beside(mine);

    ConversationResponse stopped = world.client().stopConversation(mine);

    assertThat(stopped.message()).isEqualTo("Conversation stopped successfully");
    assertThat(stopped.conversationStatus()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(statusOf(mine)).isEqualTo(ConversationStatus.STOPPED);
    assertThat(statusOf(other)).isEqualTo(ConversationStatus.RUNNING);
    assertThat(world.agentRequests("POST", INTERRUPT)).isEqualTo(1);
    assertThat(world.server().journal().count("POST", "/api/v1/sandboxes/.*/pause")).isZero();
  }

  @Test
  void secondStopFindsItStoppedAndAsksNobody() {
    String mine = world.running();
    world.beside(mine);
    world.client().stopConversation(mine);

    assertThat(world.client().stopConversation(mine).message())
        .isEqualTo("Conversation was not running");
    assertThat(world.agentRequests("POST", INTERRUPT)).isEqualTo(1);
  }

  @Test
  void startAndMessageTakeTheStopBack() {
    String mine = world.running();
    world.beside(mine);
    world.client().stopConversation(mine);

    world.client().startConversation(mine, List.of());
    assertThat(statusOf(mine)).isEqualTo(ConversationStatus.RUNNING);
    world.client().stopConversation(mine);
    world.client().addMessage(mine, "Go on");

    assertThat(statusOf(mine)).isEqualTo(ConversationStatus.RUNNING);
  }

  @Test
  void agentThatIsToldToRunIsNoLongerStopped() {
    String mine = world.running();
    world.beside(mine);
    world.client().stopConversation(mine);

    world
        .client()
        .events()
        .addEvent(
            mine, Map.of("action", "change_agent_state", "args", Map.of("agent_state", "running")));

    assertThat(statusOf(mine)).isEqualTo(ConversationStatus.RUNNING);
  }

  @Test
  void olderServerIsPausedInPlaceOfInterrupted() {
    try (AdaptedServer older =
        new AdaptedServer(AgentServerAge.BOTH_STYLES, CompatOptions.builder().build())) {
      String mine = older.running();
      older.beside(mine);

      older.client().stopConversation(mine);

      assertThat(older.agentRequests("POST", PAUSE)).isEqualTo(1);
    }
  }

  @Test
  void stopThatDoesNotReachTheAgentIsV0sErrorAndChangesNothing() {
    String mine = world.running();
    world.beside(mine);
    world.server().agentServer().shutDown();

    V0Exception failure = failureOf(() -> world.client().stopConversation(mine));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body())
        .startsWith("{\"status\":\"error\",\"conversation_id\":\"" + mine + "\",\"message\":");
    assertThat(statusOf(mine)).isEqualTo(ConversationStatus.RUNNING);
  }

  @Test
  void deleteInterruptsTheAgentFirst() {
    String mine = world.running();
    String other = world.beside(mine);

    assertThat(world.client().deleteConversation(mine)).isTrue();

    assertThat(world.agentRequests("POST", INTERRUPT)).isEqualTo(1);
    assertThat(statusOf(other)).isEqualTo(ConversationStatus.RUNNING);
  }

  @Test
  void deleteIsRefusedWhenTheAgentWouldWorkOnUnseen() {
    String mine = world.running();
    world.beside(mine);
    world.server().agentServer().shutDown();

    V0Exception failure = failureOf(() -> world.client().deleteConversation(mine));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.body()).contains("CONVERSATION$DELETE_ERROR");
    assertThat(world.server().journal().count("DELETE", ".*")).isZero();
  }

  @Test
  void loneConversationIsDeletedWithoutItsAgentServer() {
    String mine = world.running();

    assertThat(world.client().deleteConversation(mine)).isTrue();

    assertThat(world.server().agentServer().journal().requests()).isEmpty();
  }
}
