package io.github.openhands4j.compat.internal.numbers;

import io.github.openhands4j.compat.internal.events.V1Event;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Small V1 events for tests. */
public final class V1Events {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private V1Events() {}

  /** The id of the event with a number of the test's own. */
  public static String id(int n) {
    return new UUID(0x1111111111114111L, 0x8111000000000000L + n).toString();
  }

  /** A message of the user. */
  public static V1Event message(int n, String text) {
    return event(n, "MessageEvent", ofUser(text));
  }

  /** A message of the user without a time. */
  public static V1Event undated(int n, String text) {
    Map<String, @Nullable Object> fields = new HashMap<>(ofUser(text));
    fields.put("kind", "MessageEvent");
    fields.put("id", id(n));
    return V1Event.of(fields);
  }

  private static Map<String, Object> ofUser(String text) {
    return Map.of(
        "source",
        "user",
        "llm_message",
        Map.of("role", "user", "content", List.of(Map.of("type", "text", "text", text))));
  }

  /** A command of the agent. */
  public static V1Event command(int n, String call, String answer) {
    return event(
        n,
        "ActionEvent",
        Map.of(
            "tool_name",
            "terminal",
            "tool_call_id",
            call,
            "llm_response_id",
            answer,
            "action",
            Map.of("kind", "TerminalAction", "command", "echo " + n)));
  }

  /** The output of a command. */
  public static V1Event output(int n, int action, String call) {
    return event(
        n,
        "ObservationEvent",
        Map.of(
            "tool_name",
            "terminal",
            "tool_call_id",
            call,
            "action_id",
            id(action),
            "observation",
            Map.of("kind", "TerminalObservation", "exit_code", 0)));
  }

  /** An error that names no action. */
  public static V1Event error(int n, String call) {
    return event(
        n, "AgentErrorEvent", Map.of("tool_name", "t", "tool_call_id", call, "error", "bad"));
  }

  /** A change of the agent's state. */
  public static V1Event state(int n, String status) {
    return event(
        n, "ConversationStateUpdateEvent", Map.of("key", "execution_status", "value", status));
  }

  /** The system prompt. */
  public static V1Event systemPrompt(int n) {
    return event(
        n, "SystemPromptEvent", Map.of("system_prompt", Map.of("type", "text", "text", "Be good")));
  }

  /** Costs. */
  public static V1Event stats(int n, double cost) {
    return event(
        n,
        "ConversationStateUpdateEvent",
        Map.of(
            "key",
            "stats",
            "value",
            Map.of("usage_to_metrics", Map.of("agent", Map.of("accumulated_cost", cost)))));
  }

  /** A failed run. */
  public static V1Event failure(int n) {
    return event(n, "ConversationErrorEvent", Map.of("code", "C", "detail", "d"));
  }

  /** Any event; its time is so many seconds after noon. */
  public static V1Event event(int n, String kind, Map<String, ? extends @Nullable Object> fields) {
    Map<String, @Nullable Object> all = new HashMap<>(fields);
    all.put("kind", kind);
    all.put("id", id(n));
    all.put("timestamp", timestamp(n));
    return V1Event.of(all);
  }

  /** So many seconds after noon. */
  public static String timestamp(int n) {
    return LocalDateTime.parse("2026-08-20T12:00:00").plusSeconds(n).format(SECONDS);
  }
}
