package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.SharedConversation;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.SharedConversations;
import io.github.openhands4j.v1.api.SharedApi;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.event.EventPages;
import io.github.openhands4j.v1.internal.event.EventReads;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  public Paged<Event> events(ConversationId id) {
    return EventPages.of(
        Map.of(CONVERSATION, id.hex()),
        query -> calls.call(OperationClass.READ, times -> api.searchEvents(query, times)));
  }

  @Override
  public long countEvents(ConversationId id) {
    Map<String, Object> query = Map.of(CONVERSATION, id.hex());
    return calls.call(OperationClass.READ, times -> api.countEvents(query, times));
  }

  @Override
  public Optional<Event> event(ConversationId id, String event) {
    try {
      return Optional.ofNullable(
              calls.<@Nullable Map<String, @Nullable Object>>call(
                  OperationClass.READ, times -> api.event(id, event, times)))
          .map(Event::fromJson);
    } catch (NotFoundException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public List<Event> getEvents(ConversationId id, Collection<String> events) {
    return new EventReads(calls).byId(events, (some, times) -> api.batchGetEvents(id, some, times));
  }
}
