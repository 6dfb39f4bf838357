package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Makes the part of events that depends on their type, in V0's order of keys: message, type, data.
 */
final class EventJson {

  private static final int SHOWN_OF_A_QUERY = 50;

  private EventJson() {}

  static ObjectNode action(String type, String message, ObjectNode args) {
    ObjectNode event = Json.object().put("message", message).put("action", type);
    event.set("args", args);
    return event;
  }

  static ObjectNode observation(String type, String message, String content, ObjectNode extras) {
    ObjectNode event =
        Json.object().put("message", message).put("observation", type).put("content", content);
    event.set("extras", extras);
    return event;
  }

  static ObjectNode stateChanged(String state, String reason) {
    return observation(
        "agent_state_changed",
        "",
        "",
        Json.object().put("agent_state", state).put("reason", reason));
  }

  static ObjectNode changeState(String state) {
    return action(
        "change_agent_state",
        "Agent state changed to " + state,
        Json.object().put("agent_state", state).put("thought", ""));
  }

  static ObjectNode system() {
    ObjectNode args = Json.object().put("content", "You are an agent.");
    args.putArray("tools");
    args.put("openhands_version", "0.62.0").put("agent_class", "CodeActAgent");
    return action("system", "You are an agent.", args);
  }

  /** A message of the user: {@code images} is a list or null. */
  static ObjectNode userMessage(String text, JsonNode images) {
    return message(text, images, false);
  }

  static ObjectNode agentMessage(String text, ModelCall call) {
    ObjectNode message = message(text, Json.MAPPER.nullNode(), true);
    return with(message, "llm_metrics", call.metrics());
  }

  /** The same with one more key, which comes before the data. */
  private static ObjectNode with(ObjectNode event, String key, ObjectNode value) {
    ObjectNode data = event.deepCopy().retain("args", "content", "extras");
    ObjectNode changed = event.deepCopy().remove(List.of("args", "content", "extras"));
    changed.set(key, value);
    return changed.setAll(data);
  }

  private static ObjectNode byTool(
      ObjectNode event, ModelCall call, String tool, ObjectNode arguments) {
    ObjectNode called = with(event, "tool_call_metadata", call.tool(tool, arguments));
    return event.has("action") ? with(called, "llm_metrics", call.metrics()) : called;
  }

  private static ObjectNode byTerminal(ObjectNode event, ModelCall call, String command) {
    return byTool(event, call, "execute_bash", Json.object("command", command));
  }

  private static ObjectNode message(String text, JsonNode images, boolean waits) {
    ObjectNode args = Json.object().put("content", text).putNull("file_urls");
    args.set("image_urls", images);
    args.put("wait_for_response", waits).put("security_risk", -1);
    return action("message", text, args);
  }

  static ObjectNode recall(String type, String query) {
    String shown = query.substring(0, Math.min(SHOWN_OF_A_QUERY, query.length()));
    return action(
        "recall",
        "Retrieving content for: " + shown,
        Json.object().put("recall_type", type).put("query", query).put("thought", ""));
  }

  static ObjectNode recalledWorkspace() {
    ObjectNode extras =
        Json.object()
            .put("recall_type", "workspace_context")
            .put("repo_name", "")
            .put("repo_directory", "")
            .put("repo_branch", "")
            .put("repo_instructions", "");
    extras.putObject("runtime_hosts");
    extras.put("additional_agent_instructions", "").put("date", "2025-11-20");
    extras.putObject("custom_secrets_descriptions");
    extras.put("conversation_instructions", "").put("working_dir", Workspace.ROOT);
    extras.putArray("microagent_knowledge");
    return observation("recall", "Added workspace context", "Added workspace context", extras);
  }

  static ObjectNode nothing() {
    return observation("null", "No observation", "", Json.object());
  }

  static ObjectNode command(String command, ModelCall call) {
    ObjectNode action =
        action(
            "run",
            "Running command: " + command,
            Json.object()
                .put("command", command)
                .put("is_input", false)
                .put("thought", "")
                .put("blocking", false)
                .put("is_static", false)
                .putNull("cwd")
                .put("hidden", false)
                .put("confirmation_state", "confirmed")
                .put("security_risk", 0));
    return byTerminal(action, call, command);
  }

  static ObjectNode commandDone(String command, String output, ModelCall call) {
    ObjectNode extras = Json.object().put("command", command);
    extras
        .putObject("metadata")
        .put("exit_code", 0)
        .put("pid", -1)
        .put("username", "root")
        .put("hostname", "runtime")
        .put("working_dir", Workspace.ROOT)
        .put("py_interpreter_path", "/usr/bin/python")
        .put("prefix", "")
        .put("suffix", "\n[The command completed with exit code 0.]");
    extras.put("hidden", false);
    ObjectNode observation =
        observation("run", "Command `" + command + "` executed with exit code 0.", output, extras);
    return byTerminal(observation, call, command).put("success", true);
  }

  static ObjectNode finish(String finalThought, ModelCall call) {
    ObjectNode args = Json.object().put("final_thought", finalThought);
    args.putObject("outputs");
    ObjectNode action =
        action("finish", "All done! What's next on the agenda?", args.put("thought", ""));
    return byTool(action, call, "finish", Json.object("message", finalThought));
  }
}
