package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A simulator with one conversation that is READY, and calls to its agent server. */
final class AgentWorld implements AutoCloseable {

  static final String KEY = "X-Session-API-Key";

  final OpenHandsSimulator server;
  final Caller app;
  final Caller agent;
  final String id = UUID.randomUUID().toString();
  final String hex = id.replace("-", "");
  final String conversation = "/api/conversations/" + id;

  AgentWorld() throws IOException {
    this(OpenHandsSimulator.builder(), Outcome.runningForever());
  }

  AgentWorld(OpenHandsSimulatorBuilder builder, Outcome outcome) throws IOException {
    this.server = builder.start();
    this.app = new Caller(server);
    this.agent = new Caller(server.agentServer().baseUrl());
    server.nextStart(outcome);
    app.ready(id);
  }

  String key() {
    return sandbox().sessionKey();
  }

  SimulatedSandbox sandbox() {
    return server.sandbox(hex);
  }

  Caller.Answer get(String path) throws IOException {
    return agent.get(path, KEY, key());
  }

  Caller.Answer post(String path, String body) throws IOException {
    return agent.post(path, body, KEY, key(), "Content-Type", "application/json");
  }

  /** The kinds of all events of a page, with what was done inside. */
  static List<String> kinds(JsonNode page) {
    List<String> kinds = new ArrayList<>();
    for (JsonNode event : page.get("items")) {
      String inner =
          Stream.of("/action/kind", "/observation/kind", "/value", "/rejection_reason")
              .map(event::at)
              .filter(JsonNode::isTextual)
              .map(JsonNode::asText)
              .map(text -> text.matches("[0-9a-f-]{36}") ? "an id" : text)
              .findFirst()
              .orElse("");
      kinds.add((event.get("kind").asText() + " " + inner).trim());
    }
    return kinds;
  }

  String status() throws IOException {
    return get(conversation).json().get("execution_status").asText();
  }

  @Override
  public void close() {
    server.close();
  }
}
