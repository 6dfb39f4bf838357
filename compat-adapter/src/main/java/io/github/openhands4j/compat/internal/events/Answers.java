package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.v0.event.EventBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code ObservationEvent}: type, content and text of the V0 observation. */
final class Answers {

  private static final int MOST_CHARACTERS = 30_000;
  private static final String CUT = "\n[... Observation truncated due to length ...]\n";
  private static final String THOUGHT_LOGGED = "Your thought has been logged.";
  private static final long NO_CODE = -1;

  private Answers() {}

  /**
   * Fills an observation in.
   *
   * @param answered the action it answers, or null
   */
  static EventBuilder fill(EventBuilder event, V1Event v1, @Nullable V1Event answered) {
    Fields seen = v1.observation();
    Fields action = answered == null ? Fields.NONE : answered.action();
    return switch (seen.textOrEmpty("kind")) {
      case "TerminalObservation", "ExecuteBashObservation" -> run(event, seen, action);
      case "FileEditorObservation",
          "PlanningFileEditorObservation",
          "StrReplaceEditorObservation" ->
          "view".equals(Content.either(seen.text("command"), action.textOrEmpty("command")))
              ? read(event, seen, action, Actions.ACI)
              : edit(event, seen, action);
      case "ReadFileObservation" -> read(event, seen, action, "default");
      case "WriteFileObservation" -> write(event, seen, action);
      case "EditObservation" -> edit(event, seen, action);
      case "ThinkObservation" -> said(event, "think", THOUGHT_LOGGED, Map.of());
      case "TaskTrackerObservation" -> track(event, seen, action);
      case "BrowserObservation" -> BrowserResults.fill(event, seen, action);
      default -> called(event, v1, answered);
    };
  }

  /** An observation whose text is its content. */
  static EventBuilder said(
      EventBuilder event, String type, String content, Map<String, @Nullable Object> extras) {
    return event.observation(type).message(content).content(content).extras(extras);
  }

  private static EventBuilder run(EventBuilder event, Fields seen, Fields action) {
    Fields metadata = seen.object("metadata");
    Long told = seen.whole("exit_code");
    Long code = told == null ? metadata.whole("exit_code") : told;
    long exit = Objects.requireNonNullElse(code, NO_CODE);
    String command = Content.either(seen.text("command"), action.textOrEmpty("command"));
    return event
        .observation("run")
        .message("Command `" + command + "` executed with exit code " + exit + ".")
        .content(cut(Content.ofResult(seen)))
        .extras(
            Args.of("command", command)
                .and("metadata", metadata(metadata, exit))
                .and("hidden", false)
                .map())
        .success(exit == 0);
  }

  private static Map<String, @Nullable Object> metadata(Fields metadata, long exit) {
    return Args.of("exit_code", exit)
        .and("pid", Objects.requireNonNullElse(metadata.whole("pid"), NO_CODE))
        .and("username", metadata.text("username"))
        .and("hostname", metadata.text("hostname"))
        .and("working_dir", metadata.text("working_dir"))
        .and("py_interpreter_path", metadata.text("py_interpreter_path"))
        .and("prefix", metadata.textOrEmpty("prefix"))
        .and("suffix", metadata.textOrEmpty("suffix"))
        .map();
  }

  /** V0 kept the beginning and the end of a long output. Python counts code points. */
  static String cut(String output) {
    int length = output.codePointCount(0, output.length());
    if (length <= MOST_CHARACTERS) {
      return output;
    }
    int half = MOST_CHARACTERS / 2;
    return output.substring(0, output.offsetByCodePoints(0, half))
        + CUT
        + output.substring(output.offsetByCodePoints(output.length(), -half));
  }

  private static EventBuilder read(EventBuilder event, Fields seen, Fields action, String source) {
    String path = path(seen, action);
    return event
        .observation("read")
        .message("I read the file " + path + ".")
        .content(editorText(seen))
        .extras(Args.of("path", path).and("impl_source", source).map());
  }

  private static EventBuilder write(EventBuilder event, Fields seen, Fields action) {
    String path = path(seen, action);
    return event
        .observation("write")
        .message("I wrote to the file " + path + ".")
        .content(editorText(seen))
        .extras(Args.of("path", path).map());
  }

  /** V0's contents of an edit are the texts that were exchanged, not the files. */
  private static EventBuilder edit(EventBuilder event, Fields seen, Fields action) {
    String path = path(seen, action);
    String before = seen.textOrEmpty("old_content");
    String after = seen.textOrEmpty("new_content");
    return event
        .observation("edit")
        .message("I edited the file " + path + ".")
        .content(editorText(seen))
        .extras(
            Args.of("path", path)
                .and("prev_exist", false)
                .and("old_content", Actions.oldText(action))
                .and("new_content", Actions.newText(action))
                .and("impl_source", Actions.ACI)
                .and("diff", Diff.of(path, before, after))
                .and("_diff_cache", null)
                .map());
  }

  private static String path(Fields seen, Fields action) {
    String path = Actions.path(seen);
    return path.isEmpty() ? Actions.path(action) : path;
  }

  private static String editorText(Fields seen) {
    String text = Content.ofResult(seen);
    String mark = "ERROR:\n";
    return Content.isError(seen) && !text.startsWith(mark) ? mark + text : text;
  }

  private static EventBuilder track(EventBuilder event, Fields seen, Fields action) {
    String command = Content.either(seen.text("command"), action.textOrEmpty("command"));
    return said(
        event,
        "task_tracking",
        Content.ofResult(seen),
        Args.of("command", command)
            .and("task_list", "view".equals(command) ? List.of() : Tasks.of(seen))
            .map());
  }

  private static EventBuilder called(EventBuilder event, V1Event v1, @Nullable V1Event answered) {
    Map<String, @Nullable Object> arguments =
        answered == null ? Map.of() : Actions.arguments(answered);
    return ToolResults.fill(event, v1.toolName(), arguments, v1.observation());
  }
}
