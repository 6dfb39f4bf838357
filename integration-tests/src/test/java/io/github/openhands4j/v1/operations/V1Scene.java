package io.github.openhands4j.v1.operations;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.ApiKeyCreate;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.SaveProfileRequest;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.RecordingProxy;
import io.github.openhands4j.simulator.Auth;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedWorkspace;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.SharedConversations;
import io.github.openhands4j.v1.StartRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server with one of everything, and a client whose requests are recorded. */
final class V1Scene implements AutoCloseable {

  static final Map<String, Object> MESSAGE =
      Map.of("content", List.of(Map.of("type", "text", "text", "hi")));

  private final OpenHandsSimulator server =
      OpenHandsSimulator.builder()
          .apiKey(RealServer.KEY)
          .auth(Auth.CLOUD_BEARER)
          .pace(Pace.manual())
          .movingCreatedAt(false)
          .start();
  private final RecordingProxy proxy = new RecordingProxy(server.baseUrl());
  private final OpenHandsClient unseen = client(server.baseUrl());
  private final OpenHandsClient client = client(proxy.baseUrl());
  private final ConversationId id;
  private final StartTaskId task;
  private final String sandbox;
  private final String event;

  V1Scene() {
    server.everyStart(Outcome.finished());
    id =
        unseen
            .conversations()
            .start(StartRequest.builder().message("Fix the README").build())
            .conversationId()
            .orElseThrow();
    server.advance(20);
    task = StartTaskId.parse(server.startTasks().get(0).id());
    sandbox = server.conversation(id.hex()).sandbox().orElseThrow().id();
    event =
        String.valueOf(unseen.api().events().search(id, Map.of(), null).items().get(0).get("id"));
    SimulatedWorkspace files = server.sandbox(sandbox).workspace();
    files.makeRepository(SimulatedWorkspace.ROOT);
    files.put(SimulatedWorkspace.ROOT + "/a.txt", "text");
    fillAccount();
  }

  private static OpenHandsClient client(URI baseUrl) {
    return OpenHandsClient.create(
        LiftedLimits.in(ClientOptions.builder()).baseUrl(baseUrl).apiKey(RealServer.KEY).build());
  }

  private void fillAccount() {
    server.account().putSecret("TOKEN", "fake-value", null);
    server.account().connect("github", "fake-token");
    server.account().addInstallation("github", "7");
    server.account().addRepository("github", "octo/app", 5);
    server.account().addBranch("github", "octo/app", "main", "abc");
    server.account().addSuggestedTask("github", "OPEN_ISSUE", "octo/app", 3, "An issue");
    server.account().setGitUser("1", "octo");
    server.account().addSkill("ship", "knowledge", "How to ship", "ship");
    unseen
        .profiles()
        .save("fast", SaveProfileRequest.builder().llm(Map.of("model", "openai/fast")).build());
  }

  /** The client whose requests are recorded. */
  OpenHandsClient client() {
    return client;
  }

  /** The same, on a server that takes the conversation's agent for an ACP agent. */
  OpenHandsClient acp() {
    server.disturbNext(
        "POST",
        ".*/switch_acp_model",
        Disturbance.notTaken().answer(200, "application/json", "{\"success\":true}"));
    return client;
  }

  /** Shared conversations, of which there is one. */
  SharedConversations shared() {
    unseen
        .conversations()
        .update(id, AppConversationUpdateRequest.builder().isPublic(true).build());
    return client.sharedConversations();
  }

  /** The same client; the user has a key with the id 1. */
  OpenHandsClient withApiKey() {
    unseen.apiKeys().create(ApiKeyCreate.named("first").build());
    return client;
  }

  /** The conversation, of the client whose requests are recorded. */
  Conversation conversation() {
    return client.conversation(unseen.conversations().get(id).orElseThrow());
  }

  ConversationId id() {
    return id;
  }

  StartTaskId task() {
    return task;
  }

  String sandbox() {
    return sandbox;
  }

  SandboxInfo sandboxInfo() {
    return unseen.sandboxes().get(sandbox).orElseThrow();
  }

  String event() {
    return event;
  }

  /** What was said through the client so far. */
  List<RecordedExchange> exchanges() {
    return proxy.exchanges();
  }

  /** A text with the ids of this scene. */
  String filled(String text) {
    return text.replace("{conversation}", id.hex())
        .replace("{dashed}", id.dashed())
        .replace("{task}", task.hex())
        .replace("{sandbox}", sandbox)
        .replace("{event}", event);
  }

  static int firstByte(StreamedAnswer answer) {
    try (answer) {
      byte[] all = answer.body().readAllBytes();
      return all[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much a file has that a conversation was downloaded to. */
  static long downloaded(Conversation conversation) {
    try {
      Path file = Files.createTempFile("conversation", ".zip");
      try {
        conversation.downloadTo(file);
        return Files.size(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    unseen.close();
    proxy.close();
    server.close();
  }
}
