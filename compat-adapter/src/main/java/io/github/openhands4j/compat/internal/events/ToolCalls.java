package io.github.openhands4j.compat.internal.events;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code tool_call_metadata}: the call of the model that an action and its answer belong to. */
final class ToolCalls {

  private static final Map<String, String> V0_NAMES =
      Map.of(
          "terminal", "execute_bash",
          "bash", "execute_bash",
          "file_editor", "str_replace_editor",
          "planning_file_editor", "str_replace_editor");

  private ToolCalls() {}

  /**
   * The metadata; null if the event belongs to no tool call. V0 had the whole answer of the model
   * there, of which V1 tells the id.
   */
  static @Nullable Map<String, @Nullable Object> of(V1Event event, Context context) {
    String name = event.toolName();
    @Nullable String callId = event.toolCallId();
    if (name.isEmpty() && callId == null) {
      return null;
    }
    V1Event action = context.action() == null ? event : context.action();
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    if (action.responseId() != null) {
      response.put("id", action.responseId());
    }
    if (context.model() != null) {
      response.put("model", context.model());
    }
    return Args.of("function_name", v0Name(name))
        .and("tool_call_id", callId)
        .and("model_response", response)
        .and("total_calls_in_response", context.calls())
        .map();
  }

  /** The name V0's agent knew a tool by. */
  static String v0Name(String tool) {
    return tool.startsWith("browser_") ? "browser" : V0_NAMES.getOrDefault(tool, tool);
  }
}
