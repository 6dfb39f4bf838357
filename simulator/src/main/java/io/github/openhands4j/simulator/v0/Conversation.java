package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One conversation of the server. Not thread-safe. */
final class Conversation {

  static final String STARTING = "STARTING";
  static final String RUNNING = "RUNNING";
  static final String STOPPED = "STOPPED";

  private final String id;
  private final String createdAt;
  private final String trigger;
  private final JsonNode request;
  private final V0Run firstRun;
  private final List<String> messages = new ArrayList<>();
  private final EventLog log = new EventLog();
  private final AgentWork work;
  private final Workspace workspace = new Workspace();
  private final GitState git = new GitState();
  private final RuntimeState runtime = new RuntimeState();
  private String title = "";
  private String lastUpdatedAt;
  private String status = STARTING;

  Conversation(
      String id, Supplier<String> clock, String trigger, JsonNode request, V0Run firstRun) {
    this.id = id;
    this.createdAt = clock.get();
    this.lastUpdatedAt = createdAt;
    this.trigger = trigger;
    this.request = request;
    this.firstRun = firstRun;
    this.work = new AgentWork(log, clock);
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
      work.begin(request, firstRun);
    }
  }

  void rename(String newTitle, String when) {
    title = newTitle;
    lastUpdatedAt = when;
  }

  void addMessage(String message) {
    hear(message, Json.MAPPER.nullNode());
  }

  private void hear(String message, JsonNode images) {
    work.begin(request, firstRun);
    messages.add(message);
    work.hear(EventJson.userMessage(message, images));
  }

  /** Takes an action of the user that passed the {@link ActionRules}. */
  void act(String action, ObjectNode args) {
    work.begin(request, firstRun);
    switch (action) {
      case "message" ->
          hear(
              args.path("content").asText(),
              args.has("image_urls") ? args.get("image_urls") : Json.MAPPER.nullNode());
      case "change_agent_state" -> {
        String state = args.path("agent_state").asText();
        work.changeState(EventJson.changeState(state), state);
      }
      default -> work.note(EventJson.action(action, "", args));
    }
  }

  /** The user sends what has no effect here. */
  void note(ObjectNode event) {
    work.begin(request, firstRun);
    work.note(event);
  }

  AgentWork work() {
    return work;
  }

  List<ObjectNode> events() {
    return log.all();
  }

  Workspace workspace() {
    return workspace;
  }

  GitState git() {
    return git;
  }

  RuntimeState runtime() {
    return runtime;
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
    json.put("last_updated_at", newest(lastUpdatedAt, work.lastTime()));
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

  private static String newest(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private JsonNode asked(String key) {
    return request.hasNonNull(key) ? request.get(key) : Json.MAPPER.nullNode();
  }
}
