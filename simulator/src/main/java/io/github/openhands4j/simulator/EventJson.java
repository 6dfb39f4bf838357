package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the bodies of events as the app server stores them, nulls included. */
final class EventJson {

  private EventJson() {}

  /** A list with one text. */
  static ArrayNode texts(String text) {
    ArrayNode content = Json.array();
    content.add(text(text));
    return content;
  }

  /** One text block. */
  static ObjectNode text(String text) {
    return Json.object().put("cache_prompt", false).put("type", "text").put("text", text);
  }

  /** The fields of a message. */
  static ObjectNode message(String source, ArrayNode content) {
    ObjectNode fields = Json.object();
    ObjectNode message = fields.putObject("llm_message");
    message.put("role", source.equals("user") ? "user" : "assistant");
    message.set("content", content);
    message.putNull("tool_calls");
    message.putNull("tool_call_id");
    message.putNull("name");
    message.putNull("reasoning_content");
    message.putArray("thinking_blocks");
    message.putNull("responses_reasoning_item");
    fields.put("llm_response_id", source.equals("user") ? null : responseId());
    fields.putArray("activated_skills");
    fields.putArray("extended_content");
    fields.putNull("sender");
    fields.putNull("critic_result");
    return fields;
  }

  /**
   * The fields of an action.
   *
   * @param action the action with its kind, null for a call that was not understood
   */
  static ObjectNode action(@Nullable ObjectNode action, ObjectNode call, String thought) {
    ObjectNode fields = Json.object();
    fields.set("thought", thought.isEmpty() ? Json.array() : texts(thought));
    fields.putNull("reasoning_content");
    fields.putArray("thinking_blocks");
    fields.putNull("responses_reasoning_item");
    fields.set("action", action);
    fields.set("tool_name", call.path("name"));
    fields.set("tool_call_id", call.path("id"));
    fields.set("tool_call", call);
    fields.put("llm_response_id", responseId());
    fields.put("security_risk", "UNKNOWN");
    fields.putNull("critic_result");
    fields.put("summary", action == null ? null : summary(call));
    return fields;
  }

  /** As servers make it when the model gives none. */
  private static String summary(ObjectNode call) {
    return call.path("name").asText() + ": " + call.path("arguments").asText();
  }

  private static String responseId() {
    return "chatcmpl-" + Uuids.random();
  }

  /** A tool call; its arguments are the action's fields but for the kind, as a JSON text. */
  static ObjectNode call(String id, String tool, JsonNode arguments) {
    ObjectNode call = Json.object().put("id", id).putNull("responses_item_id").put("name", tool);
    ObjectNode plain = Json.object();
    for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
      if (!argument.getKey().equals("kind") && !argument.getValue().isNull()) {
        plain.set(argument.getKey(), argument.getValue());
      }
    }
    return call.put("arguments", plain.toString()).put("origin", "completion");
  }

  /** The start of every observation. */
  static ObjectNode observation(String kind, String text, boolean error) {
    ObjectNode observation = Json.object().put("kind", kind);
    observation.set("content", texts(text));
    return observation.put("is_error", error);
  }

  /** The system prompt, with the tools that the agent of the simulator has. */
  static ObjectNode systemPrompt() {
    ObjectNode fields = Json.object();
    fields.set("system_prompt", text("You are a simulated agent."));
    ArrayNode tools = fields.putArray("tools");
    for (String name : new String[] {"Terminal", "FileEditor", "Finish", "Think"}) {
      ObjectNode tool = tools.addObject();
      tool.put("kind", name + "Tool").put("title", name);
      tool.put("description", "A tool of the simulated agent.");
      tool.put("action_type", name + "Action").put("observation_type", name + "Observation");
      tool.putObject("annotations")
          .put("title", name.equals("Think") ? null : name) // as real tools
          .put("readOnlyHint", false)
          .put("destructiveHint", true)
          .put("idempotentHint", false)
          .put("openWorldHint", true);
      tool.putNull("meta");
    }
    fields.set("dynamic_context", text("What is simulated is told here."));
    return fields;
  }

  /**
   * An event as agent servers tell it in searches and on sockets: without its place in the tree of
   * events, and without anything that is null but in values of the state.
   */
  static JsonNode told(JsonNode event) {
    ObjectNode told = Json.object();
    told.setAll((ObjectNode) withoutNulls(event));
    told.remove("parent_id");
    if (event.hasNonNull("value")) {
      told.set("value", event.get("value"));
    }
    return told;
  }

  private static JsonNode withoutNulls(JsonNode node) {
    if (node.isObject()) {
      ObjectNode slim = Json.object();
      node.properties()
          .forEach(
              field -> {
                if (!field.getValue().isNull()) {
                  slim.set(field.getKey(), withoutNulls(field.getValue()));
                }
              });
      return slim;
    }
    if (node.isArray()) {
      ArrayNode slim = Json.array();
      node.forEach(element -> slim.add(withoutNulls(element)));
      return slim;
    }
    return node;
  }
}
