package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.event.ConversationStateUpdateEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.Cost;
import io.github.openhands4j.v1.internal.agent.Costs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cost of a conversation without its agent server. */
final class StoredCost {

  private static final int MOST_EVENTS = 1_000;

  private StoredCost() {}

  /** What the newest statistics among the events say; without any, the record. */
  static Cost of(Stream<Event> newestFirst, AppConversation row) {
    return newestFirst
        .limit(MOST_EVENTS)
        .map(StoredCost::stats)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Costs::ofStats)
        .orElseGet(() -> Costs.ofRecord(row.metrics()));
  }

  private static @Nullable Map<String, @Nullable Object> stats(Event event) {
    if (!(event instanceof ConversationStateUpdateEvent update)) {
      return null;
    }
    if (update.key().equals("stats")) {
      return object(update.value());
    }
    Map<String, @Nullable Object> state =
        update.key().equals("full_state") ? object(update.value()) : null;
    return state == null ? null : object(state.get("stats"));
  }

  private static @Nullable Map<String, @Nullable Object> object(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> fields)) {
      return null;
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    fields.forEach((name, value) -> object.put(String.valueOf(name), value));
    return object;
  }
}
