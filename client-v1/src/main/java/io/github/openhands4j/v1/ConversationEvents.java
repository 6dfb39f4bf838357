package io.github.openhands4j.v1;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.event.Event;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happened in a conversation: what the app server has stored and, while the sandbox runs, what
 * its agent server has, each event once. The app server has events up to half a minute late and can
 * miss some; those of the agent server are prompt, and gone with the sandbox.
 *
 * <pre>{@code
 * conversation.events().all().forEach(event -> System.out.println(event.kind()));
 * }</pre>
 *
 * <p>Pages are read when the stream comes to them, so there may be any number of events. {@link
 * #stored} lists the stored ones alone, with filters that the server applies. The streams throw
 * {@link OpenHandsException} if the app server cannot be read; without the agent server they give
 * what is stored. Streams are for one thread; this object is thread-safe.
 */
public interface ConversationEvents {

  /**
   * All events ({@code GET /api/v1/conversation/{id}/events/search}, {@code GET
   * /api/conversations/{id}/events/search}). May be repeated.
   *
   * @return the events, oldest first
   */
  Stream<Event> all();

  /**
   * All events, the newest ones first: to find the last of a kind without reading all.
   *
   * @return the events, newest first
   */
  Stream<Event> newestFirst();

  /**
   * The events after one that was seen, also by another process.
   *
   * @param last the last one seen
   * @return what came after it, oldest first; what was stored later and is dated earlier is not in
   *     it
   */
  Stream<Event> after(Event last);

  /**
   * Lists stored events, of a kind or a time alone ({@code GET
   * /api/v1/conversation/{id}/events/search}). Those that only the agent server has are not among
   * them. May be repeated.
   *
   * <pre>{@code
   * EventQuery actions =
   *     EventQuery.builder().kindEq("ActionEvent").sortOrder(EventSortOrder.TIMESTAMP_DESC).build();
   * Optional<Event> lastAction = conversation.events().stored(actions).stream().findFirst();
   * }</pre>
   *
   * @param query which of them, in what order
   * @return the events, read page by page; none if the server does not know the conversation
   * @throws ConfigurationException if the limit of the query is not from 1 to 100
   */
  Paged<Event> stored(EventQuery query);

  /**
   * Reads some stored events, 99 in a request ({@code GET /api/v1/conversation/{id}/events?id=}).
   * Those that only the agent server has are not among them. May be repeated.
   *
   * @param ids their ids, UUIDs; the server fails with 500 for another
   * @return those that are stored, in the order asked for; one that cannot be read is left out and
   *     logged
   * @throws OpenHandsException if a call fails
   */
  List<Event> get(Collection<String> ids);

  /**
   * How many events are stored. May be repeated.
   *
   * @return the number, those that cannot be read included
   * @throws OpenHandsException if the call fails
   */
  default long storedCount() {
    return storedCount(EventQuery.all());
  }

  /**
   * How many events of a kind or a time are stored ({@code GET
   * /api/v1/conversation/{id}/events/count}). May be repeated.
   *
   * @param query which of them; its order and limit do not count
   * @return the number, those that cannot be read included
   * @throws OpenHandsException if the call fails
   */
  long storedCount(EventQuery query);
}
