package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.SharedConversation;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.SharedConversations;
import io.github.openhands4j.v1.api.SharedApi;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shared conversations over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 */
record DefaultSharedConversations(SharedApi api, Calls calls) implements SharedConversations {

  private static final String CONVERSATION = "conversation_id";

  @Override
  public Optional<SharedConversation> get(ConversationId id) {
    return new BatchReads(calls).one(id, SharedConversation::id, api::conversations);
  }

  @Override
  public Map<ConversationId, SharedConversation> getAll(Collection<ConversationId> ids) {
    return new BatchReads(calls).all(ids, SharedConversation::id, api::conversations);
  }

  @Override
  public Paged<Map<String, @Nullable Object>> events(ConversationId id) {
    return new PagedCalls<>(
        Map.of(CONVERSATION, id.hex()),
        event -> Objects.requireNonNullElse(event.get("id"), event),
        query -> calls.call(OperationClass.READ, times -> api.searchEvents(query, times)));
  }

  @Override
  public long countEvents(ConversationId id) {
    Map<String, Object> query = Map.of(CONVERSATION, id.hex());
    return calls.call(OperationClass.READ, times -> api.countEvents(query, times));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> event(ConversationId id, String event) {
    try {
      return Optional.ofNullable(
          calls.<@Nullable Map<String, @Nullable Object>>call(
              OperationClass.READ, times -> api.event(id, event, times)));
    } catch (NotFoundException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public List<Map<String, @Nullable Object>> getEvents(
      ConversationId id, Collection<String> events) {
    return List.copyOf(
        new BatchReads(calls)
            .all(
                events,
                DefaultSharedConversations::idOf,
                (some, times) -> api.batchGetEvents(id, some, times))
            .values());
  }

  private static String idOf(Map<String, @Nullable Object> event) {
    return String.valueOf(event.get("id"));
  }
}
