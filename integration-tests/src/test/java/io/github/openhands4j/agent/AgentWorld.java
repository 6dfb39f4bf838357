package io.github.openhands4j.agent;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import java.time.Duration;

/** An app server, an agent server, and a client of both. */
final class AgentWorld implements AutoCloseable {

  static final String USER_KEY = "fake-user-key-of-nobody";
  static final String SANDBOX_KEY = "fake-sandbox-key-of-nothing";
  static final ConversationId ID = ConversationId.parse("1f2e3d4c5b6a49788796a5b4c3d2e1f0");

  final RecordingServer app;
  final RecordingServer agent;
  final OpenHandsClient client;

  AgentWorld(RecordingServer app, RecordingServer agent) {
    this(app, agent, OpenHandsClient.create(options(app).build()));
  }

  private AgentWorld(RecordingServer app, RecordingServer agent, OpenHandsClient client) {
    this.app = app;
    this.agent = agent;
    this.client = client;
  }

  /** A world whose client lives in a time of its own. */
  static AgentWorld with(RecordingServer agent, TimeSource time) {
    RecordingServer app = RecordingServer.answering(Reply.json("{}"));
    return new AgentWorld(
        app, agent, new DefaultOpenHandsClient(options(app).build(), time, () -> 0.5));
  }

  static AgentWorld with(RecordingServer agent) {
    return new AgentWorld(RecordingServer.answering(Reply.json("{}")), agent);
  }

  static ClientOptionsBuilder options(RecordingServer app) {
    return LiftedLimits.in(
        ClientOptions.builder()
            .baseUrl(app.url())
            .apiKey(USER_KEY)
            .readTimeout(Duration.ofSeconds(20))
            .writeTimeout(Duration.ofSeconds(20)));
  }

  static AppConversation conversation(String base, String key) {
    return AppConversation.builder()
        .id(ID)
        .conversationUrl(base + "/api/conversations/" + ID)
        .sessionApiKey(Secret.of(key))
        .build();
  }

  AgentServer server() {
    return server(client);
  }

  /** The agent server as a view of the client sees it. */
  AgentServer server(OpenHandsClient view) {
    return view.agentServer(conversation(agent.url().toString(), SANDBOX_KEY));
  }

  @Override
  public void close() {
    client.close();
    app.close();
    agent.close();
  }
}
