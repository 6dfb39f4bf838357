package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The routes of a conversation's runtime and of what it has loaded. */
final class RuntimeRoutes {

  private static final String DOWN = "Runtime is not running";

  private final Store store;

  RuntimeRoutes(Store store) {
    this.store = store;
  }

  private V0Reply attached(String id, Function<Conversation, V0Reply> answer) {
    return store.find(id).map(answer).orElseGet(() -> Answers.notFound(id));
  }

  /** Known also when it is stopped; which runtime, the server does not say. */
  V0Reply config(String id) {
    return attached(
        id,
        found ->
            V0Reply.json(200, Json.object().putNull("runtime_id").put("session_id", found.id())));
  }

  V0Reply editor(String id) {
    return attached(
        id,
        found ->
            found.isUp()
                ? V0Reply.json(
                    200,
                    Json.object(
                        "vscode_url",
                        "http://127.0.0.1:41234/?tkn=fake-editor-token&folder=" + Workspace.ROOT))
                : V0Reply.json(
                    500,
                    Json.object()
                        .putNull("vscode_url")
                        .put("error", "Error getting VSCode URL: " + DOWN)));
  }

  V0Reply hosts(String id) {
    return attached(
        id,
        found -> {
          ObjectNode answer = Json.object();
          if (found.isUp()) {
            answer.set("hosts", found.runtime().hosts());
            return V0Reply.json(200, answer);
          }
          return V0Reply.json(
              500, answer.putNull("hosts").put("error", "Error getting runtime hosts: " + DOWN));
        });
  }

  V0Reply microagents(String id) {
    return attached(
        id,
        found -> {
          if (!found.isUp()) {
            return V0Reply.json(
                404, Json.object("error", "Agent session not found for this conversation"));
          }
          ObjectNode answer = Json.object();
          answer.set("microagents", found.runtime().microagents());
          return V0Reply.json(200, answer);
        });
  }

  /** The model's answer is made of the event. */
  V0Reply remember(String id, V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    query.required("event_id");
    long number = query.integer("event_id", -1);
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    List<ObjectNode> events = found.get().events();
    if (!found.get().isUp() || number < 0 || number >= events.size()) {
      return V0Reply.crash();
    }
    String prompt = "Remember: " + events.get((int) number).path("message").asText();
    return V0Reply.json(200, Json.object("status", "success").put("prompt", prompt));
  }

  /** The body is read by the route itself, and so its faults are crashes. */
  V0Reply feedback(String id, V0Request request) {
    return attached(
        id,
        found -> {
          try {
            JsonNode body = Json.MAPPER.readTree(request.body());
            if (!List.of("positive", "negative").contains(body.path("polarity").asText())) {
              return V0Reply.crash();
            }
          } catch (JsonProcessingException e) {
            return V0Reply.crash();
          }
          ObjectNode answer = Json.object().put("statusCode", 200);
          answer
              .putObject("body")
              .put("message", "Stored feedback")
              .put("feedback_id", "feedback-of-" + found.id())
              .put("password", "fake-password");
          return V0Reply.json(200, answer);
        });
  }

  /** False says that it was stored. */
  static V0Reply experiment(V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = JsonBody.of(request, problems);
    if (problems.isEmpty() && !body.has("config")) {
      problems.missing(List.of("body", "config"), body);
    }
    return problems.isEmpty() ? V0Reply.json(200, Json.of(false)) : problems.reply();
  }
}
