package io.github.openhands4j.realserver.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.settings.Settings;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.realserver.Patience;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.ServerAccess;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.internal.select.BackendSelection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A V0 server, and clients that call it directly. */
final class V0Twin implements TwinServer {

  private static final int PAGE = 100;

  private final URI server;
  private final ServerAccess access;
  private final List<OpenHandsV0Client> clients = new ArrayList<>();
  private final OpenHandsV0Client own;

  V0Twin(RealServer server) {
    this.server = server.baseUrl();
    this.access = new ServerAccess(server);
    this.own = client(Optional.of(RealServer.KEY));
  }

  @Override
  public void clean() {
    Patience.until(
        "a V0 server without conversations",
        () -> {
          List<ConversationInfo> rows =
              own.listConversations(ConversationListQuery.builder().limit(PAGE).build()).results();
          rows.forEach(row -> own.deleteConversation(row.conversationId()));
          return rows.isEmpty();
        });
  }

  /** The setting of an old application that has both on its class path. */
  @Override
  public OpenHandsV0Client client(Optional<String> key) {
    var options = ClientOptions.builder().baseUrl(server);
    key.ifPresentOrElse(options::apiKey, options::noApiKey);
    OpenHandsV0Client made =
        BackendSelection.connect(
            options.build(),
            new Settings(
                property -> property.equals("openhands.v0.backend") ? "direct" : null,
                variable -> null));
    clients.add(made);
    return made;
  }

  @Override
  public void await(OpenHandsV0Client client, String conversationId, AgentState state) {
    Patience.until(
        conversationId + " is " + state,
        () ->
            state.isV0(agentState(conversationId))
                && client
                    .getConversation(conversationId)
                    .map(ConversationInfo::status)
                    .equals(Optional.of(ConversationStatus.RUNNING)));
  }

  @Override
  public void awaitRest(OpenHandsV0Client client, String conversationId) {
    Patience.untilSteady(
        conversationId + " rests",
        () -> agentState(conversationId),
        state -> state.matches("awaiting_user_input|finished|error"));
  }

  /** Only the events tell it. */
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
  public void close() {
    clients.forEach(OpenHandsV0Client::close);
  }
}
