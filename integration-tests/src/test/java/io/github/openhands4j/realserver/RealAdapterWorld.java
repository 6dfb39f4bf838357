package io.github.openhands4j.realserver;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.backend.V1Backend;
import io.github.openhands4j.contract.V0Clients;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.realserver.likeness.Likeness;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import io.github.openhands4j.v1.operations.SeenOperations;
import org.jspecify.annotations.Nullable;

/** The adapter on a real server that speaks V1 only, which is cleaned before and after. */
class RealAdapterWorld implements RealV0World {

  static final String STARTS = "/api/v1/app-conversations";

  private final RealServer server;
  private final V1Conversations conversations;
  private final RecordingProxy proxy;
  private final V0Clients clients;
  private final OpenHandsV0Client client;

  RealAdapterWorld(RealServer server, CompatOptions compat) {
    this.server = server;
    conversations = new V1Conversations(server);
    conversations.deleteAll();
    proxy = new RecordingProxy(server.baseUrl());
    clients =
        new V0Clients(
            proxy.baseUrl(),
            RealServer.KEY,
            options ->
                new V1Backend(
                    new DefaultOpenHandsClient(options, TimeSource.system(), () -> 0.5),
                    compat,
                    new V0BackendInfo("v1", "test", "here"),
                    TimeSource.system()));
    client = clients.withRightKey();
  }

  @Override
  public V1Conversations conversations() {
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
    return STARTS;
  }

  @Override
  public OpenHandsV0Client client() {
    return client;
  }

  /** Its agent works for the rest of the test: one that has finished may show as stopped. */
  @Override
  public String created() {
    return created("WAIT: 600\nSAY: done");
  }

  /** A conversation whose model does what the message says. */
  String created(String message) {
    return client
        .createConversation(CreateConversationRequest.builder().initialUserMsg(message).build())
        .conversationId();
  }

  /**
   * The server writes a new creation time, and so another order of its list, when the agent's first
   * word of a conversation comes in, about when it is ready; and once more with the automatic
   * title, some time in the next minute. Without a message there is no such title.
   */
  @Override
  public String quiet() {
    String id =
        client.createConversation(CreateConversationRequest.builder().build()).conversationId();
    settle();
    conversations.awaitFinalCreationTime(id);
    return id;
  }

  /** Its agent runs one command after the other. */
  @Override
  public String working() {
    String id = created("LOOP");
    settle();
    return id;
  }

  /** The workspace of a conversation that is up. */
  Workspace workspace(String id) {
    return conversations.workspace(id);
  }

  @Override
  public void writeFile(String id, String path, byte[] content) {
    workspace(id).write(path, content);
  }

  @Override
  public void changeFile(String id, String path, @Nullable String before, @Nullable String after) {
    workspace(id).change(path, before, after);
  }

  /** What the agent of a conversation is doing, in V1's word. */
  String agentOf(String id) {
    return conversations.executionStatus(id);
  }

  /** All that was said must be what the simulator would have said. */
  @Override
  public void close() {
    clients.close();
    proxy.close();
    conversations.settle();
    conversations.deleteAll();
    SeenOperations.add(proxy.exchanges());
    assertLikeness();
  }

  /** By saying it again to the simulator. */
  void assertLikeness() {
    Likeness.assertAlike(server.kind(), proxy.exchanges());
  }
}
