package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.v0.event.EventBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code ActionEvent}: type, arguments and text of the V0 action. */
final class Actions {

  private static final Map<String, Integer> RISKS = Map.of("LOW", 0, "MEDIUM", 1, "HIGH", 2);
  private static final int UNKNOWN_RISK = -1;
  static final String ACI = "oh_aci";

  private Actions() {}

  static EventBuilder fill(EventBuilder event, V1Event v1) {
    Fields action = v1.action();
    return switch (action.textOrEmpty("kind")) {
      case "TerminalAction", "ExecuteBashAction" -> run(event, v1, action);
      case "FileEditorAction", "PlanningFileEditorAction", "StrReplaceEditorAction" ->
          "view".equals(action.get("command"))
              ? view(event, v1, action)
              : edit(event, v1, action, action.textOrEmpty("command"));
      case "ReadFileAction" -> readFile(event, v1, action);
      case "WriteFileAction" -> writeFile(event, v1, action);
      case "EditAction" -> edit(event, v1, action, "str_replace");
      case "ThinkAction" -> think(event, action);
      case "FinishAction" -> finish(event, v1, action);
      case "TaskTrackerAction" -> track(event, v1, action);
      default -> BrowserCalls.isBrowser(action) ? browse(event, v1, action) : call(event, v1);
    };
  }

  /** The path of a file, under either of its two names. */
  static String path(Fields holder) {
    return Content.either(holder.text("path"), holder.textOrEmpty("file_path"));
  }

  /** The arguments of an action that V0 has no type for; of one that was not carried out too. */
  static Map<String, @Nullable Object> arguments(V1Event v1) {
    Fields action = v1.action();
    if ("MCPToolAction".equals(action.get("kind"))) {
      return action.object("data").without();
    }
    if (!action.values().isEmpty()) {
      return action.without("kind");
    }
    return CallArguments.read(v1.fields().object("tool_call").textOrEmpty("arguments"));
  }

  private static EventBuilder run(EventBuilder event, V1Event v1, Fields action) {
    String command = action.textOrEmpty("command");
    Double timeout = action.number("timeout");
    return event
        .action("run")
        .message("Running command: " + command)
        .args(
            Args.of("command", command)
                .and("is_input", action.is("is_input"))
                .and("thought", Content.thought(v1))
                .and("blocking", timeout != null)
                .and("is_static", false)
                .and("cwd", null)
                .and("hidden", false)
                .and("confirmation_state", "confirmed")
                .and("security_risk", risk(v1))
                .map())
        .timeout(timeout);
  }

  private static EventBuilder view(EventBuilder event, V1Event v1, Fields action) {
    List<?> range = action.list("view_range");
    return read(event, v1, action, 0, -1, ACI, range.isEmpty() ? null : range);
  }

  private static EventBuilder readFile(EventBuilder event, V1Event v1, Fields action) {
    long start = Objects.requireNonNullElse(action.whole("offset"), 0L);
    Long limit = action.whole("limit");
    return read(event, v1, action, start, limit == null ? -1 : start + limit, "default", null);
  }

  private static EventBuilder read(
      EventBuilder event,
      V1Event v1,
      Fields action,
      long start,
      long end,
      String source,
      @Nullable List<?> range) {
    return event
        .action("read")
        .message("Reading file: " + path(action))
        .args(
            Args.of("path", path(action))
                .and("start", start)
                .and("end", end)
                .and("thought", Content.thought(v1))
                .and("security_risk", risk(v1))
                .and("impl_source", source)
                .and("view_range", range)
                .map());
  }

  private static EventBuilder writeFile(EventBuilder event, V1Event v1, Fields action) {
    return event
        .action("write")
        .message("Writing file: " + path(action))
        .args(
            Args.of("path", path(action))
                .and("content", action.textOrEmpty("content"))
                .and("start", 0)
                .and("end", -1)
                .and("thought", Content.thought(v1))
                .and("security_risk", risk(v1))
                .map());
  }

  private static EventBuilder edit(EventBuilder event, V1Event v1, Fields action, String command) {
    return event
        .action("edit")
        .message("")
        .args(
            Args.of("path", path(action))
                .and("command", command)
                .and("file_text", action.text("file_text"))
                .and("old_str", oldText(action))
                .and("new_str", newText(action))
                .and("insert_line", action.whole("insert_line"))
                .and("content", "")
                .and("start", 1)
                .and("end", -1)
                .and("thought", Content.thought(v1))
                .and("security_risk", risk(v1))
                .and("impl_source", ACI)
                .map());
  }

  static @Nullable String oldText(Fields action) {
    String text = action.text("old_str");
    return text != null ? text : action.text("old_string");
  }

  static @Nullable String newText(Fields action) {
    String text = action.text("new_str");
    return text != null ? text : action.text("new_string");
  }

  private static EventBuilder think(EventBuilder event, Fields action) {
    String thought = action.textOrEmpty("thought");
    return event
        .action("think")
        .message("I am thinking...: " + thought)
        .args(Args.of("thought", thought).map());
  }

  private static EventBuilder finish(EventBuilder event, V1Event v1, Fields action) {
    String thought = Content.thought(v1);
    return event
        .action("finish")
        .message(thought.isEmpty() ? "All done! What's next on the agenda?" : thought)
        .args(
            Args.of("final_thought", action.textOrEmpty("message"))
                .and("outputs", Map.of())
                .and("thought", thought)
                .map());
  }

  private static EventBuilder track(EventBuilder event, V1Event v1, Fields action) {
    List<Map<String, @Nullable Object>> tasks = Tasks.of(action);
    String message =
        switch (tasks.size()) {
          case 0 -> "Clearing the task list.";
          case 1 -> "Managing 1 task item.";
          default -> "Managing " + tasks.size() + " task items.";
        };
    return event
        .action("task_tracking")
        .message(message)
        .args(
            Args.of("command", Content.either(action.text("command"), "view"))
                .and("task_list", tasks)
                .and("thought", Content.thought(v1))
                .map());
  }

  private static EventBuilder browse(EventBuilder event, V1Event v1, Fields action) {
    if (BrowserCalls.isNavigation(action)) {
      String url = action.textOrEmpty("url");
      return event
          .action("browse")
          .message("I am browsing the URL: " + url)
          .args(
              Args.of("url", url)
                  .and("thought", Content.thought(v1))
                  .and("security_risk", risk(v1))
                  .and("return_axtree", false)
                  .map());
    }
    String text = BrowserCalls.text(action);
    return event
        .action("browse_interactive")
        .message("I am interacting with the browser:\n```\n" + text + "\n```")
        .args(
            Args.of("browser_actions", text)
                .and("thought", Content.thought(v1))
                .and("browsergym_send_msg_to_user", "")
                .and("security_risk", risk(v1))
                .and("return_axtree", false)
                .map());
  }

  private static EventBuilder call(EventBuilder event, V1Event v1) {
    return call(event, v1.toolName(), arguments(v1), Content.thought(v1), risk(v1));
  }

  /** V0's carrier of tools from outside, here of all tools that V0 did not have. */
  static EventBuilder call(
      EventBuilder event,
      String name,
      Map<String, @Nullable Object> arguments,
      String thought,
      int risk) {
    return event
        .action("call_tool_mcp")
        .message(
            "I am interacting with the MCP server with name:\n```\n"
                + name
                + "\n```\nand arguments:\n```\n"
                + PythonText.repr(arguments)
                + "\n```")
        .args(
            Args.of("name", name)
                .and("arguments", arguments)
                .and("thought", thought)
                .and("security_risk", risk)
                .map());
  }

  private static int risk(V1Event v1) {
    return RISKS.getOrDefault(v1.fields().textOrEmpty("security_risk"), UNKNOWN_RISK);
  }
}
