package io.github.openhands4j.realserver.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.OpenHandsClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A V1 server, and clients as an old application gets them when only a jar is swapped. */
final class V1Twin implements TwinServer {

  private final URI server;
  private final PlainHttp http;
  private final OpenHandsClient own;
  private final List<OpenHandsV0Client> clients = new ArrayList<>();

  V1Twin(URI server) {
    this.server = server;
    this.http = new PlainHttp(server);
    this.own =
        OpenHandsClient.create(
            ClientOptions.builder().baseUrl(server).apiKey(RealServer.KEY).build());
  }

  @Override
  public void clean() {
    Patience.until(
        "a V1 server without conversations",
        () -> {
          Page<AppConversation> rows = own.conversations().search(ConversationQuery.all());
          rows.items().forEach(row -> own.conversations().delete(row.id()));
          return rows.items().isEmpty();
        });
    Patience.until(
        "a V1 server without sandboxes",
        () -> {
          JsonNode rows = http.get("/api/v1/sandboxes/search").path("items");
          for (JsonNode row : rows) {
            String id = row.path("id").asText();
            http.delete("/api/v1/sandboxes/" + id + "?sandbox_id=" + id);
          }
          return rows.isArray() && rows.isEmpty();
        });
  }

  @Override
  public OpenHandsV0Client client(Optional<String> key) {
    var options = ClientOptions.builder().baseUrl(server);
    key.ifPresentOrElse(options::apiKey, options::noApiKey);
    OpenHandsV0Client made = OpenHandsV0Client.builder().options(options.build()).build();
    clients.add(made);
    return made;
  }

  @Override
  public void await(OpenHandsV0Client client, String conversationId, AgentState state) {
    Patience.until(
        conversationId + " is " + state,
        () -> {
          String agent = agentState(conversationId);
          // The client is asked at every stage: it has to see that a message is taken up.
          return !agent.isEmpty()
              && statusOf(client, conversationId).equals(state.adapterStatus())
              && agent.equals(state.v1());
        });
  }

  @Override
  public void awaitRest(OpenHandsV0Client client, String conversationId) {
    Patience.untilSteady(
        conversationId + " rests",
        () -> {
          String agent = agentState(conversationId);
          return agent.equals("running") ? agent : statusOf(client, conversationId) + agent;
        },
        state -> state.matches("ERROR.*|RUNNINGidle|STOPPED.*"));
  }

  /** What the server itself says; empty before there is a conversation. */
  private String agentState(String conversationId) {
    return own.conversations()
        .get(ConversationId.parse(conversationId))
        .map(AppConversation::executionStatus)
        .map(ConversationExecutionStatus::value)
        .orElse("");
  }

  private static String statusOf(OpenHandsV0Client client, String id) {
    return client.getConversation(id).map(row -> row.status().value()).orElse("");
  }

  @Override
  public void close() {
    clients.forEach(OpenHandsV0Client::close);
    own.close();
  }
}
