package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The events of all conversations; they outlive the conversation. */
final class EventLog {

  private final SimulatorOptions options;
  private final Map<String, EventStream> byConversation = new HashMap<>();

  /** What was written last for each conversation: the next event names it and is later. */
  private final Map<String, Last> newest = new HashMap<>();

  /** The last status of each agent, which is idle at first: only a change is told. */
  private final Map<String, String> statuses = new HashMap<>();

  /** The conversations that have a system prompt. */
  private final Set<String> wakened = new HashSet<>();

  private BiConsumer<String, StoredEvent> news = (conversation, event) -> {};

  private record Last(String id, Instant at) {}

  /** An empty log. */
  EventLog(SimulatorOptions options) {
    this.options = options;
  }

  /** The events of a conversation, none for an unknown one. */
  EventStream of(String conversationId) {
    EventStream stream = byConversation.get(conversationId);
    return stream == null ? new EventStream(options.delivery(), event -> {}) : stream;
  }

  /** The events of a conversation, to be added to. */
  EventStream stream(String conversationId) {
    return byConversation.computeIfAbsent(
        conversationId, id -> new EventStream(options.delivery(), event -> news.accept(id, event)));
  }

  /** Who is told the conversation and each event that its agent server has from now on. */
  void onNews(BiConsumer<String, StoredEvent> told) {
    news = told;
  }

  /** An agent has something to do: its system prompt, unless it is there. */
  void wakened(String conversationId, Instant at) {
    if (wakened.add(conversationId)) {
      write(conversationId, "SystemPromptEvent", "agent", EventJson.systemPrompt(), at);
    }
  }

  /** A user's message arrived. */
  void userMessage(String conversationId, ArrayNode content, Instant at) {
    wakened(conversationId, at);
    ObjectNode message = EventJson.message("user", content);
    String id = write(conversationId, "MessageEvent", "user", message, at);
    state(conversationId, "last_user_message_id", id, at);
  }

  /** A run reached a station; the sandbox's own troubles leave no event. */
  void reached(
      String conversationId, RunStep step, @Nullable SimulatedWorkspace workspace, Instant at) {
    String execution = step.execution();
    if (execution == null || step.sandbox() != null) {
      return;
    }
    AgentStep doing = step.doing();
    if (doing != null) {
      doing.write(new AgentHand(this, conversationId, workspace, at));
    }
    if (step.quiet()) {
      return;
    }
    RunStep.RunError error = step.error();
    if (error != null) {
      ObjectNode fields = Json.object().put("code", error.code()).put("detail", error.detail());
      write(conversationId, "ConversationErrorEvent", "environment", fields, at);
    }
    if (execution.equals("finished") && doing == null && !step.wordless()) {
      ObjectNode fields = EventJson.message("agent", EventJson.texts("All done."));
      write(conversationId, "MessageEvent", "agent", fields, at);
    }
    if (!execution.equals(statuses.getOrDefault(conversationId, "idle"))) {
      state(conversationId, "execution_status", execution, at);
    }
    statuses.put(conversationId, execution);
  }

  /** A change of one text of the conversation's state. */
  void state(String conversationId, String key, String value, Instant at) {
    ObjectNode fields = Json.object().put("key", key).put("value", value);
    write(conversationId, "ConversationStateUpdateEvent", "environment", fields, at);
  }

  /** Adds an event to both lists and tells its id. */
  String write(String conversationId, String kind, String source, ObjectNode fields, Instant at) {
    StoredEvent event = made(conversationId, kind, source, fields, at);
    stream(conversationId).add(event, at);
    return event.id();
  }

  /** Makes an event: the envelope in front of its fields, later than the one before. */
  StoredEvent made(
      String conversationId, String kind, String source, ObjectNode fields, Instant at) {
    Last before = newest.get(conversationId);
    Instant time = at.truncatedTo(ChronoUnit.MICROS);
    if (before != null && !time.isAfter(before.at())) {
      time = before.at().plus(1, ChronoUnit.MICROS);
    }
    String id = UUID.randomUUID().toString();
    ObjectNode event = Json.object();
    event.put("id", id);
    event.put("timestamp", Timestamps.naive(time));
    event.put("source", source);
    event.put("parent_id", before == null ? null : before.id());
    event.put("kind", kind);
    event.setAll(fields);
    newest.put(conversationId, new Last(id, time));
    return new StoredEvent(event);
  }
}
