package io.github.openhands4j.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.realserver.likeness.Likeness;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import io.github.openhands4j.v1.operations.SeenOperations;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A real V1 server as one test has it: clients reach it through a proxy, and the test looks past
 * the proxy at what is there. Closing it deletes what the test left.
 */
final class RealV1World implements AutoCloseable {

  static final String CONVERSATIONS = "/api/v1/app-conversations";
  static final String STREAM = CONVERSATIONS + "/stream-start";
  static final String TASKS = CONVERSATIONS + "/start-tasks";
  static final String TASK_SEARCH = TASKS + "/search";
  static final String MESSAGES = CONVERSATIONS + "/[^/]+/send-message";
  static final Duration LONG = Duration.ofMinutes(3);

  final RecordingProxy proxy;
  private final RealServer server;
  private final ServerAccess direct;
  private final V1Conversations conversations;
  private final List<OpenHandsClient> clients = new ArrayList<>();
  private boolean dark;
  private boolean leavesStartsUnfinished;

  RealV1World(RealServer server) {
    this.server = server;
    proxy = new RecordingProxy(server.baseUrl());
    direct = new ServerAccess(server);
    conversations = new V1Conversations(server);
    conversations.deleteAll();
  }

  /** A client with nothing set but its server and its key. */
  OpenHandsClient plainClient() {
    return kept(
        OpenHandsClient.create(
            ClientOptions.builder().baseUrl(proxy.baseUrl()).apiKey(RealServer.KEY).build()));
  }

  /** A client that does not wait for its turn: it may ask more often than the defaults allow. */
  OpenHandsClient client() {
    return client(options -> options);
  }

  /** The same with options of its own. */
  OpenHandsClient client(UnaryOperator<ClientOptionsBuilder> setUp) {
    return kept(OpenHandsClient.create(options(setUp)));
  }

  /** The same with a clock of its own. */
  OpenHandsClient client(TimeSource time) {
    return kept(new DefaultOpenHandsClient(options(options -> options), time, () -> 0.5));
  }

  private ClientOptions options(UnaryOperator<ClientOptionsBuilder> setUp) {
    return setUp
        .apply(
            LiftedLimits.in(ClientOptions.builder())
                .baseUrl(proxy.baseUrl())
                .apiKey(RealServer.KEY)
                .pollsPerMinute(120))
        .build();
  }

  private OpenHandsClient kept(OpenHandsClient client) {
    clients.add(client);
    return client;
  }

  /** Starts a conversation with a message for the scripted model. */
  static Start start(OpenHandsClient client, String message) {
    return client.conversations().start(StartRequest.builder().message(message).build());
  }

  /** The server without the proxy. */
  URI directUrl() {
    return server.baseUrl();
  }

  /** Asks past the proxy. */
  ServerAccess direct() {
    return direct;
  }

  /** How many starts came to the proxy, streamed or not and whatever became of them. */
  int starts() {
    return proxy.count("POST", CONVERSATIONS + "|" + STREAM);
  }

  /** How many starts of a conversation the server itself has taken. */
  long startTasksOf(ConversationId id) {
    return conversations.startsOf(id.hex());
  }

  /** Whether the server says that a start has ended well. */
  boolean isReady(ConversationId id) {
    return conversations.isReady(id.hex());
  }

  /** What was said between clients and server. */
  List<RecordedExchange> exchanges() {
    return proxy.exchanges();
  }

  /** The conversations on the server. */
  List<ConversationId> conversations() {
    return conversations.ids().stream().map(ConversationId::parse).toList();
  }

  /** Waits until each start of this test has ended on the server. */
  void settle() {
    conversations.settle();
  }

  /**
   * Waits until the agent's first word of a conversation has come in, with which the server writes
   * a new creation time and forgets whether it is public.
   */
  void awaitFinalCreationTime(ConversationId id) {
    conversations.awaitFinalCreationTime(id.hex());
  }

  /** Waits until the server says this of what the agent is doing. */
  void awaitStatus(ConversationId id, String executionStatus) {
    Patience.until(
        executionStatus, () -> read(id).path("execution_status").asText().equals(executionStatus));
  }

  /** The conversation as the server shows it. */
  JsonNode read(ConversationId id) {
    return direct.get(CONVERSATIONS + "?ids=" + id).path(0);
  }

  /**
   * What the agent of a running conversation has recorded. Now and then the server does not see
   * that a sandbox runs, and shows neither address nor key.
   */
  AgentRecords recordsOf(ConversationId id) {
    JsonNode conversation =
        Patience.untilFound(
            "the agent's address is known",
            () -> Optional.of(read(id)).filter(it -> it.hasNonNull("session_api_key")));
    return AgentRecords.read(
        URI.create(conversation.path("conversation_url").asText()),
        conversation.path("session_api_key").asText());
  }

  /** Breaks the next streamed start behind a text, which the server then leaves unfinished. */
  void cutNextStream(String text) {
    leavesStartsUnfinished = true;
    proxy.next("POST", STREAM, new Fate.CutBehind(text));
  }

  /** Ends server and sandboxes at once. */
  void cutPower() {
    leavesStartsUnfinished = true;
    dark = true;
    server.kill();
  }

  /** Starts the server again. */
  void restorePower() {
    server.start();
    dark = false;
  }

  /** All that was said must be what the simulator would have said. */
  @Override
  public void close() {
    clients.forEach(OpenHandsClient::close);
    proxy.close();
    if (dark) {
      restorePower();
    }
    try {
      if (!leavesStartsUnfinished) {
        settle();
      }
    } finally {
      conversations.deleteAll();
    }
    SeenOperations.add(exchanges());
    Likeness.assertAlike(server.kind(), exchanges());
  }
}
