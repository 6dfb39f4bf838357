package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Validates the body of a create: declared fields first, unknown keys last. */
final class CreateRules {

  private static final Set<String> TEXTS =
      new LinkedHashSet<>(
          List.of(
              "repository",
              "selected_branch",
              "initial_user_msg",
              "replay_json",
              "conversation_instructions"));
  private static final Set<String> OTHERS =
      Set.of("git_provider", "image_urls", "suggested_task", "create_microagent", "mcp_config");

  private CreateRules() {}

  static void check(ObjectNode body, Problems problems) {
    for (String key : TEXTS) {
      text(body, key, List.of("body", key), problems);
    }
    word(body, "git_provider", List.of("body", "git_provider"), Words.PROVIDERS, problems);
    JsonNode images = body.path("image_urls");
    if (!isAbsent(images) && !images.isArray()) {
      problems.notList(List.of("body", "image_urls"), images);
    }
    for (int i = 0; i < images.size() && images.isArray(); i++) {
      if (!images.get(i).isTextual()) {
        problems.notText(List.of("body", "image_urls", i), images.get(i));
      }
    }
    suggestedTask(body.path("suggested_task"), problems);
    microagent(body.path("create_microagent"), problems);
    JsonNode mcp = body.path("mcp_config");
    if (!isAbsent(mcp) && !mcp.isObject()) {
      problems.notObject(List.of("body", "mcp_config"), mcp);
    }
    body.fieldNames()
        .forEachRemaining(
            key -> {
              if (!TEXTS.contains(key) && !OTHERS.contains(key)) {
                problems.extra(List.of("body", key), body.get(key));
              }
            });
  }

  private static void suggestedTask(JsonNode task, Problems problems) {
    if (isAbsent(task) || !isModel(task, "suggested_task", problems)) {
      return;
    }
    for (String key : List.of("git_provider", "task_type", "repo", "issue_number", "title")) {
      if (!task.has(key)) {
        problems.missing(List.of("body", "suggested_task", key), task);
      }
    }
    word(
        task,
        "task_type",
        List.of("body", "suggested_task", "task_type"),
        Words.TASK_TYPES,
        problems);
  }

  private static void microagent(JsonNode microagent, Problems problems) {
    if (!isAbsent(microagent)
        && isModel(microagent, "create_microagent", problems)
        && !microagent.has("repo")) {
      problems.missing(List.of("body", "create_microagent", "repo"), microagent);
    }
  }

  private static boolean isModel(JsonNode value, String key, Problems problems) {
    if (!value.isObject()) {
      problems.notObject(List.of("body", key), value);
    }
    return value.isObject();
  }

  private static void text(JsonNode object, String key, List<?> loc, Problems problems) {
    JsonNode value = object.path(key);
    if (!isAbsent(value) && !value.isTextual()) {
      problems.notText(loc, value);
    }
  }

  private static void word(
      JsonNode object, String key, List<?> loc, List<String> words, Problems problems) {
    JsonNode value = object.path(key);
    if (!isAbsent(value) && !words.contains(value.asText())) {
      problems.notAWord(loc, value, words);
    }
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
