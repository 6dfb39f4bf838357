package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.SharedConversation;
import io.github.openhands4j.model.v1.event.Event;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conversations that anybody may read, because their {@code public} is true. These calls carry no
 * key. Thread-safe.
 */
public interface SharedConversations {

  /**
   * Reads a shared conversation ({@code GET /api/shared-conversations?ids=}). May be repeated.
   *
   * @param id the conversation
   * @return the conversation, or empty if it is unknown or not shared
   * @throws OpenHandsException if the call fails
   */
  Optional<SharedConversation> get(ConversationId id);

  /**
   * Reads many shared conversations, 99 in a request. May be repeated.
   *
   * @param ids the conversations
   * @return those that are shared, in the order asked for; one that cannot be read is left out and
   *     logged
   * @throws OpenHandsException if a call fails
   */
  Map<ConversationId, SharedConversation> getAll(Collection<ConversationId> ids);

  /**
   * Lists what happened in a shared conversation, oldest first ({@code GET
   * /api/shared-events/search}). May be repeated.
   *
   * @param id the conversation
   * @return the events, read page by page; a row that is none does not spoil its page
   */
  Paged<Event> events(ConversationId id);

  /**
   * Counts the events of a shared conversation ({@code GET /api/shared-events/count}). May be
   * repeated.
   *
   * @param id the conversation
   * @return how many there are
   * @throws OpenHandsException if the call fails
   */
  long countEvents(ConversationId id);

  /**
   * Reads an event of a shared conversation ({@code GET
   * /api/shared-events/{conversation_id}/{event_id}}). May be repeated.
   *
   * @param id the conversation
   * @param event the event
   * @return the event, or empty if it is unknown
   * @throws OpenHandsException if the call fails
   */
  Optional<Event> event(ConversationId id, String event);

  /**
   * Reads some events of a shared conversation, 99 in a request ({@code GET
   * /api/shared-events?id=}). May be repeated.
   *
   * @param id the conversation
   * @param events their ids
   * @return those that are known, in the order asked for; one that cannot be read is left out and
   *     logged
   * @throws OpenHandsException if a call fails
   */
  List<Event> getEvents(ConversationId id, Collection<String> events);
}
