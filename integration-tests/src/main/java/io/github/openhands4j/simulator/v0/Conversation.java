package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One conversation of the server. Not thread-safe. */
final class Conversation {

  static final String STARTING = "STARTING";
  static final String RUNNING = "RUNNING";
  static final String STOPPED = "STOPPED";

  private final String id;
  private final String createdAt;
  private final String trigger;
  private final JsonNode request;
  private final List<String> messages = new ArrayList<>();
  private String title = "";
  private String lastUpdatedAt;
  private String status = STARTING;

  Conversation(String id, String createdAt, String trigger, JsonNode request) {
    this.id = id;
    this.createdAt = createdAt;
    this.lastUpdatedAt = createdAt;
    this.trigger = trigger;
    this.request = request;
  }

  String id() {
    return id;
  }

  String status() {
    return status;
  }

  boolean isUp() {
    return !status.equals(STOPPED);
  }

  void moveTo(String newStatus) {
    status = newStatus;
  }

  /** A start takes as long as somebody needs to look once. */
  void looked() {
    if (status.equals(STARTING)) {
      status = RUNNING;
    }
  }

  void rename(String newTitle, String when) {
    title = newTitle;
    lastUpdatedAt = when;
  }

  void addMessage(String message, String when) {
    messages.add(message);
    lastUpdatedAt = when;
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  boolean hasRepository(String repository) {
    return request.path("repository").asText("").equals(repository);
  }

  boolean hasTrigger(String word) {
    return trigger.equals(word);
  }

  /** The record, keys in the order of release 0.62. */
  ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("conversation_id", id);
    json.put("title", title.isEmpty() ? "Conversation " + id.substring(0, 5) : title);
    json.put("last_updated_at", lastUpdatedAt);
    json.put("status", status);
    json.put("runtime_status", status.equals(RUNNING) ? "STATUS$RUNTIME_STARTED" : null);
    json.set("selected_repository", asked("repository"));
    json.set("selected_branch", asked("selected_branch"));
    json.set("git_provider", asked("git_provider"));
    json.put("trigger", trigger);
    json.put("num_connections", 0);
    json.put("url", isUp() ? "/api/conversations/" + id : null);
    json.putNull("session_api_key");
    json.put("created_at", createdAt);
    json.putArray("pr_number");
    json.put("conversation_version", "V0");
    return json;
  }

  private JsonNode asked(String key) {
    return request.hasNonNull(key) ? request.get(key) : Json.MAPPER.nullNode();
  }
}
