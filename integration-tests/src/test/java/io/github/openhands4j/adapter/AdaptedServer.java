package io.github.openhands4j.adapter;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.V0OnV1;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedSandbox;
import io.github.openhands4j.simulator.SimulatedWorkspace;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;

/** A simulated V1 server, and the adapter on it. */
final class AdaptedServer implements AutoCloseable {

  static final String KEY = "sk-test-not-a-key";
  private static final int ALL_PHASES = 12;

  private final OpenHandsSimulator server;
  private final OpenHandsV0Client client;

  AdaptedServer() {
    this(AgentServerAge.CURRENT, CompatOptions.builder().build());
  }

  AdaptedServer(AgentServerAge age, CompatOptions compat) {
    server =
        OpenHandsSimulator.builder().apiKey(KEY).pace(Pace.manual()).agentServerAge(age).start();
    server.everyStart(Outcome.runningForever());
    client = V0OnV1.client(options(), compat);
  }

  private ClientOptions options() {
    return LiftedLimits.in(ClientOptions.builder())
        .baseUrl(server.baseUrl())
        .apiKey(KEY)
        .writeTimeout(Duration.ofSeconds(5))
        .build();
  }

  OpenHandsSimulator server() {
    return server;
  }

  OpenHandsV0Client client() {
    return client;
  }

  /** A conversation whose sandbox runs. */
  String running() {
    return running(CreateConversationRequest.builder().initialUserMsg("Go").build());
  }

  String runningIn(String repository) {
    return running(
        CreateConversationRequest.builder().initialUserMsg("Go").repository(repository).build());
  }

  private String running(CreateConversationRequest request) {
    String id = client.createConversation(request).conversationId();
    server.advance(ALL_PHASES);
    return id;
  }

  /** A conversation in the sandbox of another one. */
  String beside(String conversationId) {
    try (OpenHandsClient v1 = OpenHandsClient.create(options())) {
      String id =
          v1.conversations()
              .start(
                  StartRequest.builder()
                      .message("Beside")
                      .sandboxId(sandbox(conversationId).id())
                      .build())
              .conversationId()
              .orElseThrow()
              .hex();
      server.advance(ALL_PHASES);
      return id;
    }
  }

  SimulatedSandbox sandbox(String conversationId) {
    return server.conversation(conversationId).sandbox().orElseThrow();
  }

  SimulatedWorkspace workspace(String conversationId) {
    return sandbox(conversationId).workspace();
  }

  /** How many requests the agent server got since the journals were cleared. */
  long agentRequests(String method, String path) {
    return server.agentServer().journal().count(method, path);
  }

  static V0Exception failureOf(Runnable call) {
    return catchThrowableOfType(V0Exception.class, call::run);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
