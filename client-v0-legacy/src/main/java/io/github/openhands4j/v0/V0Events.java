package io.github.openhands4j.v0;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a conversation. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Events {
  /**
   * Reads events by number ({@code GET /api/conversations/{id}/events}). May be repeated: a
   * numbered event never changes.
   *
   * @param conversationId the id
   * @param query bounds, order, limit and filter
   * @return one page; the next begins one after its last number
   * @throws V0Exception 404 if the id is unknown, 400 if the limit is not from 0 to 100
   */
  EventPage listEvents(String conversationId, EventQuery query);

  /**
   * Sends an action of the user ({@code POST /api/conversations/{id}/events}): a {@code message} or
   * a {@code change_agent_state}. Never repeated by itself once it may have been sent.
   *
   * @param conversationId the id
   * @param event the action, for example {@code {"action": "message", "args": {"content": "go
   *     on"}}}
   * @throws V0Exception 404 if the id is unknown, 400 or 500 if the action is refused; status 0 if
   *     the answer was lost
   */
  void addEvent(String conversationId, Map<String, @Nullable Object> event);

  /**
   * Reads all events, oldest first, without the hidden ones and without what browsers show ({@code
   * GET /api/conversations/{id}/trajectory}). They are read while they are taken, so that any
   * number fits; failures come out of the stream too. May be repeated.
   *
   * @param conversationId the id
   * @return the events; to be closed
   * @throws V0Exception 404 if the id is unknown
   */
  Stream<Event> trajectory(String conversationId);
}
