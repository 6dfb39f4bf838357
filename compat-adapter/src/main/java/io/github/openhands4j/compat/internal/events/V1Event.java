package io.github.openhands4j.compat.internal.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a V1 server sent it, by the app server with its nulls, by the agent server without.
 *
 * @param fields its fields
 */
public record V1Event(Fields fields) {

  /**
   * Reads an event.
   *
   * @param json the event as parsed; any fields of any type
   * @return the event
   */
  public static V1Event of(Map<String, @Nullable Object> json) {
    return new V1Event(new Fields(json));
  }

  /**
   * The id, by which the same event is known from both servers.
   *
   * @return the id, or an empty text if it has none
   */
  public String id() {
    return fields.textOrEmpty("id");
  }

  /**
   * When it happened.
   *
   * @return ISO-8601 without a zone, as V0 had it; the text as it came if it is no such time; null
   *     if there is none
   */
  public @Nullable String timestamp() {
    return Timestamps.naive(fields.text("timestamp"));
  }

  /**
   * The id of the action that it answers, if it names one.
   *
   * @return the id, or null
   */
  public @Nullable String actionId() {
    return fields.text("action_id");
  }

  /**
   * The tool call that it makes or answers.
   *
   * @return the call's id, or null; ids may repeat
   */
  public @Nullable String toolCallId() {
    return fields.text("tool_call_id");
  }

  /**
   * The answer of the model that it belongs to.
   *
   * @return the answer's id, or null
   */
  public @Nullable String responseId() {
    return fields.text("llm_response_id");
  }

  /**
   * Whether the two servers tell it differently: what was told first has to stay.
   *
   * @return true for the system prompt, of whose tools the servers have different lists
   */
  public boolean differsBetweenServers() {
    return kind().equals("SystemPromptEvent");
  }

  String kind() {
    return fields.textOrEmpty("kind");
  }

  Fields action() {
    return fields.object("action");
  }

  Fields observation() {
    return fields.object("observation");
  }

  String toolName() {
    return fields.textOrEmpty("tool_name");
  }

  boolean isFromUser() {
    return "user".equals(fields.get("source"));
  }
}
