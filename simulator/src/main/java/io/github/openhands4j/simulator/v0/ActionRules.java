package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which actions the server takes from callers: those that have a class, with arguments that it has.
 */
final class ActionRules {

  private static final List<String> DROPPED =
      List.of(
          "timestamp",
          "is_confirmed",
          "images_urls",
          "keep_prompt",
          "task_completed",
          "translated_ipython_code");

  private static final Map<String, List<String>> ARGUMENTS =
      Map.ofEntries(
          Map.entry(
              "message",
              List.of("content", "file_urls", "image_urls", "wait_for_response", "security_risk")),
          Map.entry("change_agent_state", List.of("agent_state", "thought")),
          Map.entry(
              "run",
              List.of(
                  "command",
                  "is_input",
                  "thought",
                  "blocking",
                  "is_static",
                  "cwd",
                  "hidden",
                  "confirmation_state",
                  "security_risk")),
          Map.entry("think", List.of("thought")),
          Map.entry("finish", List.of("final_thought", "outputs", "thought")),
          Map.entry("reject", List.of("outputs", "thought")),
          Map.entry("recall", List.of("recall_type", "query", "thought")),
          Map.entry("condensation_request", List.of()),
          Map.entry("null", List.of()));

  private static final Map<String, String> REQUIRED =
      Map.of("message", "content", "change_agent_state", "agent_state", "run", "command");

  private ActionRules() {}

  /** The arguments of an action that is taken; empty for one that crashes the server. */
  static Optional<ObjectNode> arguments(JsonNode event) {
    String type = event.path("action").asText("");
    List<String> allowed = ARGUMENTS.get(type);
    if (allowed == null || event.has("id")) {
      return Optional.empty();
    }
    ObjectNode args = Json.object();
    for (Map.Entry<String, JsonNode> given : event.path("args").properties()) {
      if (allowed.contains(given.getKey())) {
        args.set(given.getKey(), given.getValue());
      } else if (!DROPPED.contains(given.getKey())) {
        return Optional.empty();
      }
    }
    String required = REQUIRED.get(type);
    return required == null || args.path(required).isTextual()
        ? Optional.of(args)
        : Optional.empty();
  }
}
