package io.github.openhands4j.realserver.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.contract.V0Clients;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.settings.Settings;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.realserver.Patience;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.ServerAccess;
import io.github.openhands4j.realserver.V0Conversations;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.internal.select.BackendSelection;
import java.util.List;
import java.util.function.Supplier;

/** A V0 server, and clients that call it directly. */
final class V0Twin implements TwinServer {

  private static final int PAGE = 100;
  private static final String EMPTY = "nothing";

  private final RealServer server;
  private final ServerAccess access;
  private final V0Conversations conversations;
  private final V0Clients clients;
  private final OpenHandsV0Client own;

  V0Twin(RealServer server) {
    this.server = server;
    this.access = new ServerAccess(server);
    this.conversations = new V0Conversations(server);
    this.clients = new V0Clients(server.baseUrl(), RealServer.KEY, V0Twin::direct);
    this.own = clients.withRightKey();
  }

  /**
   * Some programs leave agents at work, and one that never starts; a refusal may be of a moment.
   * What still works can write its record again after it was deleted, so one look that finds
   * nothing is not enough.
   */
  @Override
  public void clean() {
    Patience.untilSteady("a V0 server without conversations", this::deleteAll, EMPTY::equals);
  }

  private String deleteAll() {
    try {
      List<ConversationInfo> rows =
          own.listConversations(ConversationListQuery.builder().limit(PAGE).build()).results();
      rows.forEach(row -> own.deleteConversation(row.conversationId()));
      return rows.isEmpty() ? EMPTY : "conversations";
    } catch (V0Exception notNow) {
      return "a refusal";
    }
  }

  /** The setting of an old application that has both on its class path. */
  private static OpenHandsV0Client direct(ClientOptions options) {
    return BackendSelection.connect(
        options,
        new Settings(
            property -> property.equals("openhands.v0.backend") ? "direct" : null,
            variable -> null));
  }

  @Override
  public V0Clients clients() {
    return clients;
  }

  @Override
  public void await(OpenHandsV0Client client, String conversationId, AgentState state) {
    String what = conversationId + " is " + state;
    Supplier<String> look =
        () -> isRunning(client, conversationId) ? agentState(conversationId) : "";
    if (state == AgentState.WORKING) { // which need not last
      Patience.until(what, () -> state.isV0(look.get()));
    } else {
      Patience.untilSteady(what, look, state::isV0);
    }
  }

  /** A failure may be one of the moment. */
  private static boolean isRunning(OpenHandsV0Client client, String conversationId) {
    try {
      return client
          .getConversation(conversationId)
          .map(ConversationInfo::status)
          .filter(ConversationStatus.RUNNING::equals)
          .isPresent();
    } catch (V0Exception notNow) {
      return false;
    }
  }

  @Override
  public void awaitRest(OpenHandsV0Client client, String conversationId) {
    Patience.untilSteady(
        conversationId + " rests",
        () -> conversations.agentState(conversationId),
        state -> state.matches("awaiting_user_input|finished|error"));
  }

  /** Only the events tell it; what the newest news of it says holds while the agent works. */
  private String agentState(String conversationId) {
    JsonNode newestFirst =
        access
            .look("/api/conversations/" + conversationId + "/events?reverse=true&limit=100")
            .path("events");
    for (JsonNode event : newestFirst) {
      if (event.path("observation").asText().equals("agent_state_changed")) {
        return event.path("extras").path("agent_state").asText();
      }
    }
    return "";
  }

  @Override
  public void open(String gate) {
    server.open(gate);
  }

  @Override
  public void close() {
    clients.close();
  }
}
