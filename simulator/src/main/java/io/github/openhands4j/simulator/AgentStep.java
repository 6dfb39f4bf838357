package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thing an agent does during a run, with the events it leaves; given to {@link
 * Outcome#doing(AgentStep...)}. Immutable and reusable.
 */
public final class AgentStep {

  private final Consumer<AgentHand> script;
  private final boolean lastWords;

  private AgentStep(Consumer<AgentHand> script, boolean lastWords) {
    this.script = script;
    this.lastWords = lastWords;
  }

  private static AgentStep step(Consumer<AgentHand> script) {
    return new AgentStep(script, false);
  }

  /**
   * A command in the terminal: an action and its observation. Nothing is executed.
   *
   * @param command the command line
   * @param output what the observation says
   * @param exitCode its exit code; anything but 0 is shown as an error
   * @return a step of two events
   */
  public static AgentStep terminal(String command, String output, int exitCode) {
    return step(hand -> TerminalJson.run(hand, command, output, exitCode));
  }

  /**
   * Makes a file with the file editor; it is in the workspace afterwards.
   *
   * @param path the absolute path of the file
   * @param text its whole content
   * @return a step of two events
   */
  public static AgentStep createFile(String path, String text) {
    return step(
        hand -> {
          ObjectNode action = edit("create", path).put("file_text", text);
          save(hand, path, text);
          answerEdit(hand, action, "File created successfully at: " + path, null, text);
        });
  }

  /**
   * Replaces a part of a file with the file editor, as far as it is in the workspace.
   *
   * @param path the absolute path of the file
   * @param oldText the text to be replaced, at its first place only
   * @param newText the text in its place
   * @return a step of two events
   */
  public static AgentStep editFile(String path, String oldText, String newText) {
    return step(
        hand -> {
          ObjectNode action = edit("str_replace", path).put("old_str", oldText);
          action.put("new_str", newText);
          String before = content(hand, path, oldText);
          int at = Math.max(0, before.indexOf(oldText));
          String after =
              before.startsWith(oldText, at)
                  ? before.substring(0, at) + newText + before.substring(at + oldText.length())
                  : before;
          save(hand, path, after);
          answerEdit(hand, action, "The file " + path + " has been edited.", before, after);
        });
  }

  /**
   * Reads a file with the file editor.
   *
   * @param path the absolute path of the file
   * @param shown what the observation says
   * @return a step of two events
   */
  public static AgentStep viewFile(String path, String shown) {
    return step(hand -> answerEdit(hand, edit("view", path), shown, null, null));
  }

  /**
   * Thinks aloud with the think tool.
   *
   * @param thought the thought
   * @return a step of two events
   */
  public static AgentStep think(String thought) {
    return step(
        hand ->
            hand.observe(
                hand.act(
                    "think", Json.object().put("kind", "ThinkAction").put("thought", thought), ""),
                EventJson.observation("ThinkObservation", "Your thought has been logged.", false)));
  }

  /**
   * A tool of an MCP server.
   *
   * @param tool the tool's name
   * @param key the name of its only argument
   * @param value the value of its only argument
   * @param output what the observation says
   * @return a step of two events
   */
  public static AgentStep mcpTool(String tool, String key, String value, String output) {
    return step(
        hand -> {
          ObjectNode action = Json.object().put("kind", "MCPToolAction");
          action.putObject("data").put(key, value);
          ObjectNode observation = EventJson.observation("MCPToolObservation", output, false);
          hand.observe(hand.act(tool, action, ""), observation.put("tool_name", tool));
        });
  }

  /**
   * Calls a tool that is not there: an action that is null, and the agent's error.
   *
   * @param tool the tool's name
   * @param error what the error event says
   * @return a step of two events
   */
  public static AgentStep failedCall(String tool, String error) {
    return step(
        hand -> {
          AgentHand.Pending call = hand.act(tool, null, "");
          ObjectNode fields = Json.object().put("tool_name", tool).put("error", error);
          hand.write("AgentErrorEvent", "agent", fields.put("tool_call_id", call.callId()));
        });
  }

  /**
   * Reports cost and tokens used so far.
   *
   * @param cost the cost in dollars
   * @param promptTokens the number of tokens read
   * @param completionTokens the number of tokens written
   * @return a step of one event
   */
  public static AgentStep stats(double cost, long promptTokens, long completionTokens) {
    return step(
        hand -> {
          ObjectNode fields = Json.object().put("key", "stats");
          ObjectNode uses = fields.putObject("value").putObject("usage_to_metrics");
          uses.set("agent", metrics(cost, promptTokens, completionTokens));
          uses.set("condenser", metrics(0, 0, 0)); // the agent's, who condenses nothing
          hand.write("ConversationStateUpdateEvent", "environment", fields);
        });
  }

  /**
   * Says something to the user.
   *
   * @param text the text
   * @return a step of one event; a run that ends with it says nothing more by itself
   */
  public static AgentStep say(String text) {
    return new AgentStep(
        hand ->
            hand.write("MessageEvent", "agent", EventJson.message("agent", EventJson.texts(text))),
        true);
  }

  /**
   * Calls the finish tool.
   *
   * @param message the last words
   * @return a step of two events; a run that ends with it says nothing more by itself
   */
  public static AgentStep finish(String message) {
    return new AgentStep(
        hand ->
            hand.observe(
                hand.act(
                    "finish",
                    Json.object().put("kind", "FinishAction").put("message", message),
                    ""),
                EventJson.observation("FinishObservation", message, false)),
        true);
  }

  /**
   * Any event: the envelope is made, the fields are taken as they are.
   *
   * @param kind the simple class name, known or not
   * @param source such as {@code environment}
   * @param fields a JSON object with the other fields
   * @return a step of one event
   * @throws IllegalArgumentException when {@code fields} is no JSON object
   */
  public static AgentStep event(String kind, String source, String fields) {
    ObjectNode parsed = Json.objectOf(fields);
    return step(hand -> hand.write(kind, source, parsed.deepCopy()));
  }

  /** A command that waits for a yes of the user. */
  static AgentStep proposal(String command) {
    return step(hand -> hand.act("terminal", TerminalJson.action(command), ""));
  }

  /** True when a run that ends with this step has nothing more to say. */
  boolean isLastWords() {
    return lastWords;
  }

  /** Writes the events of the step. */
  void write(AgentHand hand) {
    script.accept(hand);
  }

  private static ObjectNode metrics(double cost, long promptTokens, long completionTokens) {
    String model = "openai/fake-model";
    return MetricsJson.of(
        model, cost, model, promptTokens, completionTokens, promptTokens + completionTokens);
  }

  private static ObjectNode edit(String command, String path) {
    ObjectNode action = Json.object().put("kind", "FileEditorAction").put("command", command);
    action.put("path", path).putNull("file_text").putNull("old_str").putNull("new_str");
    return action.putNull("insert_line").putNull("view_range");
  }

  private static void answerEdit(
      AgentHand hand,
      ObjectNode action,
      String text,
      @Nullable String before,
      @Nullable String after) {
    ObjectNode observation = EventJson.observation("FileEditorObservation", text, false);
    String command = action.path("command").asText();
    observation.put("command", command).put("path", action.path("path").asText());
    observation.put("prev_exist", !command.equals("create"));
    observation.put("old_content", before).put("new_content", after);
    hand.observe(hand.act("file_editor", action, ""), observation);
  }

  private static String content(AgentHand hand, String path, String fallback) {
    SimulatedWorkspace workspace = hand.workspace();
    byte[] bytes = workspace == null ? null : workspace.bytes(path);
    return bytes == null ? fallback : new String(bytes, StandardCharsets.UTF_8);
  }

  private static void save(AgentHand hand, String path, String text) {
    SimulatedWorkspace workspace = hand.workspace();
    if (workspace != null) {
      workspace.write(path, text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
