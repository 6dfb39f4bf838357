package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.contract.V0Clients;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.realserver.Patience;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.V1Conversations;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v1.OpenHandsClient;

/** A V1 server, and clients as an old application gets them when only a jar is swapped. */
final class V1Twin implements TwinServer {

  private final RealServer server;
  private final V1Conversations conversations;
  private final OpenHandsClient own;
  private final V0Clients clients;

  V1Twin(RealServer server) {
    this.server = server;
    this.conversations = new V1Conversations(server);
    this.clients =
        new V0Clients(
            server.baseUrl(),
            RealServer.KEY,
            options -> OpenHandsV0Client.builder().options(options).build());
    this.own =
        OpenHandsClient.create(
            LiftedLimits.in(ClientOptions.builder())
                .baseUrl(server.baseUrl())
                .apiKey(RealServer.KEY)
                .build());
  }

  @Override
  public void clean() {
    conversations.deleteAll();
  }

  @Override
  public V0Clients clients() {
    return clients;
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
  public void open(String gate) {
    server.open(gate);
  }

  @Override
  public void close() {
    clients.close();
    own.close();
  }
}
