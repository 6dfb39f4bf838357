package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.DirectV0World;
import io.github.openhands4j.contract.V0Clients;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.realserver.likeness.Likeness;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.internal.direct.DirectBackend;
import java.util.List;
import java.util.Map;

/** The direct backend on the real server of the days of V0, which is cleaned before and after. */
class RealDirectWorld implements DirectV0World, RealV0World {

  static final String CREATE = "/api/conversations";

  private final RealServer server;
  private final V0Conversations conversations;
  private final RecordingProxy proxy;
  private final V0Clients clients;
  private final OpenHandsV0Client client;

  RealDirectWorld(RealServer server) {
    this.server = server;
    conversations = new V0Conversations(server);
    conversations.deleteAll();
    proxy = new RecordingProxy(server.baseUrl());
    clients = clientsAt(proxy);
    client = clients.withRightKey();
  }

  static V0Clients clientsAt(RecordingProxy proxy) {
    return new V0Clients(
        proxy.baseUrl(),
        RealServer.KEY,
        options ->
            new DirectBackend(
                options,
                new V0BackendInfo("direct", "test", "here"),
                TimeSource.system(),
                () -> 0));
  }

  @Override
  public V0Conversations conversations() {
    return conversations;
  }

  @Override
  public RecordingProxy proxy() {
    return proxy;
  }

  @Override
  public V0Clients clients() {
    return clients;
  }

  @Override
  public String createPath() {
    return CREATE;
  }

  @Override
  public OpenHandsV0Client client() {
    return client;
  }

  /** A self-hosted server takes every caller for its web page. */
  @Override
  public ConversationTrigger trigger() {
    return ConversationTrigger.of("gui");
  }

  @Override
  public String working() {
    String id =
        client
            .createConversation(CreateConversationRequest.builder().initialUserMsg("LOOP").build())
            .conversationId();
    conversations.awaitCommand(id);
    return id;
  }

  Workspace workspace() {
    return Workspace.ofAll(server);
  }

  @Override
  public void writeFile(String id, String path, byte[] content) {
    workspace().write(path, content);
  }

  @Override
  public void loseNextAnswer(String method, String path) {
    proxy.next(method, path, Fate.answerLost());
  }

  @Override
  public void refuseNextCreateByRateLimit() {
    proxy.next(
        "POST",
        CREATE,
        new Fate.AnsweredByGateway(
            429,
            Map.of("Content-Type", "application/json", "Retry-After", "1"),
            "{\"message\":\"Too many requests\"}"));
  }

  @Override
  public int requestsSeen(String method, String path) {
    return proxy.count(method, path);
  }

  @Override
  public int requestsSeen() {
    return proxy.count();
  }

  /** The first message is the one of the create. */
  @Override
  public List<String> messagesOf(String id) {
    List<String> messages = conversations.messagesOf(id);
    return messages.subList(Math.min(1, messages.size()), messages.size());
  }

  /** All that was said must be what the simulator would have said. */
  @Override
  public void close() {
    clients.close();
    proxy.close();
    conversations.deleteAll();
    assertLikeness();
  }

  /** By saying it again to the simulator. */
  void assertLikeness() {
    Likeness.assertAlike(server.kind(), proxy.exchanges());
  }
}
