package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Turns a valid start request into the echo a start task carries: every key, in fixed order. */
final class StartEcho {

  private static final String MASK = "**********";

  private StartEcho() {}

  /** The echo of a checked body: ids normalized, secrets masked, defaults filled in. */
  static ObjectNode of(JsonNode body) {
    ObjectNode echo = Json.object();
    copy(body, echo, "sandbox_id");
    id(body, echo, "conversation_id", true);
    message(body.path("initial_message"), echo);
    copy(body, echo, "system_message_suffix");
    copy(body, echo, "processors");
    copy(body, echo, "llm_model");
    copy(body, echo, "agent_profile_id");
    copy(body, echo, "selected_repository");
    copy(body, echo, "selected_branch");
    copy(body, echo, "git_provider");
    copy(body, echo, "suggested_task");
    copy(body, echo, "title");
    copy(body, echo, "trigger");
    echo.set("pr_number", body.path("pr_number").isArray() ? body.get("pr_number") : Json.array());
    id(body, echo, "parent_conversation_id", false);
    String type = Json.text(body, "agent_type");
    echo.put("agent_type", type == null ? "default" : type);
    copy(body, echo, "public");
    plugins(body.path("plugins"), echo);
    secrets(body.path("secrets"), echo);
    return echo;
  }

  private static void copy(JsonNode from, ObjectNode to, String name) {
    if (from.has(name)) {
      to.set(name, from.get(name));
    } else {
      to.putNull(name);
    }
  }

  private static void id(JsonNode body, ObjectNode echo, String name, boolean dashed) {
    String given = Json.text(body, name);
    if (given == null) {
      echo.putNull(name);
    } else {
      String hex = Uuids.hex(given).orElseThrow();
      echo.put(name, dashed ? Uuids.dashed(hex) : hex);
    }
  }

  private static void message(JsonNode message, ObjectNode echo) {
    if (!message.isObject()) {
      echo.putNull("initial_message");
      return;
    }
    ObjectNode copy = echo.putObject("initial_message");
    String role = Json.text(message, "role");
    copy.put("role", role == null ? "user" : role);
    ArrayNode content = copy.putArray("content");
    message.path("content").forEach(block -> content.add(block(block)));
    copy.put("run", message.path("run").asBoolean(false));
  }

  private static ObjectNode block(JsonNode block) {
    ObjectNode copy = Json.object();
    copy.put("cache_prompt", block.path("cache_prompt").asBoolean(false));
    if (block.has("image_urls")) {
      return copy.put("type", "image").set("image_urls", block.get("image_urls"));
    }
    return copy.put("type", "text").put("text", Json.text(block, "text"));
  }

  private static void plugins(JsonNode plugins, ObjectNode echo) {
    if (!plugins.isArray()) {
      echo.putNull("plugins");
      return;
    }
    ArrayNode copies = echo.putArray("plugins");
    for (JsonNode plugin : plugins) {
      ObjectNode copy = copies.addObject();
      String source = String.valueOf(Json.text(plugin, "source"));
      copy.put("source", source.replaceFirst("://[^/@]*@", "://****@"));
      copy(plugin, copy, "ref");
      copy(plugin, copy, "repo_path");
      copy(plugin, copy, "parameters");
    }
  }

  private static void secrets(JsonNode secrets, ObjectNode echo) {
    if (!secrets.isObject()) {
      echo.putNull("secrets");
      return;
    }
    ObjectNode copy = echo.putObject("secrets");
    for (Iterator<String> names = secrets.fieldNames(); names.hasNext(); ) {
      copy.put(names.next(), MASK);
    }
  }
}
