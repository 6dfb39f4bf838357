package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The events of all conversations, oldest first; they outlive the conversation. */
final class EventLog {

  private final Map<String, List<ObjectNode>> byConversation = new HashMap<>();

  /** The ids of the newest events; the system prompt before the first one is not listed. */
  private final Map<String, String> newest = new HashMap<>();

  /** The events of a conversation, none for an unknown one. */
  List<ObjectNode> of(String conversationId) {
    return byConversation.getOrDefault(conversationId, List.of());
  }

  /** A user's message arrived. */
  void userMessage(String conversationId, String text, Instant at) {
    message(conversationId, "user", text, at);
  }

  /** A run reached a station; the sandbox's own troubles leave no event. */
  void reached(String conversationId, RunStep step, Instant at) {
    String execution = step.execution();
    if (execution == null || step.sandbox() != null) {
      return;
    }
    RunStep.RunError error = step.error();
    if (error != null) {
      ObjectNode event = append(conversationId, "ConversationErrorEvent", "environment", at);
      event.put("code", error.code()).put("detail", error.detail());
    }
    if (execution.equals("finished")) {
      message(conversationId, "agent", "All done.", at);
    }
    ObjectNode event = append(conversationId, "ConversationStateUpdateEvent", "environment", at);
    event.put("key", "execution_status").put("value", execution);
  }

  private void message(String conversationId, String source, String text, Instant at) {
    ObjectNode event = append(conversationId, "MessageEvent", source, at);
    ObjectNode message = event.putObject("llm_message");
    message.put("role", source.equals("user") ? "user" : "assistant");
    message
        .putArray("content")
        .addObject()
        .put("cache_prompt", false)
        .put("type", "text")
        .put("text", text);
    message.putNull("tool_calls");
    message.putNull("tool_call_id");
    message.putNull("name");
    message.putNull("reasoning_content");
    message.putArray("thinking_blocks");
    message.putNull("responses_reasoning_item");
    event.putNull("llm_response_id");
    event.putArray("activated_skills");
    event.putArray("extended_content");
    event.putNull("sender");
    event.putNull("critic_result");
  }

  private ObjectNode append(String conversationId, String kind, String source, Instant at) {
    ObjectNode event = Json.object();
    event.put("id", UUID.randomUUID().toString());
    event.put("timestamp", Timestamps.naive(at));
    event.put("source", source);
    event.put("parent_id", newest.getOrDefault(conversationId, UUID.randomUUID().toString()));
    event.put("kind", kind);
    newest.put(conversationId, event.path("id").asText());
    byConversation.computeIfAbsent(conversationId, id -> new ArrayList<>()).add(event);
    return event;
  }
}
