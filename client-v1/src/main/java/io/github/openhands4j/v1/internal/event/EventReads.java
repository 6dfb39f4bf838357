package io.github.openhands4j.v1.internal.event;

import feign.Request;
import io.github.openhands4j.core.internal.json.LazyPage;
import io.github.openhands4j.core.internal.page.LazyPages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the events of one server, page by page as they are asked for, event by event, and
 * reads them by their ids.
 *
 * @param calls carries out the reads
 */
public record EventReads(Calls calls) {

  /**
   * Walks over what the app server has stored.
   *
   * @param door the operations
   * @param id the conversation
   * @param query parameters by wire name, without a page
   * @return the events in the order that was asked for; one can come again when others were stored
   *     meanwhile
   */
  public Iterator<Event> stored(
      StoredEventsDoor door, ConversationId id, Map<String, Object> query) {
    return walk(query, (page, times) -> door.search(id, page, times));
  }

  /**
   * Walks over what an agent server has.
   *
   * @param door the operations
   * @param id the conversation
   * @param query parameters by wire name, perhaps with a first page
   * @return the events in the order that was asked for
   */
  public Iterator<Event> atAgent(
      AgentEventsDoor door, ConversationId id, Map<String, Object> query) {
    return walk(query, (page, times) -> door.search(id, page, times));
  }

  /**
   * Reads events by their ids, as many in a request as the server takes.
   *
   * @param ids their ids
   * @param read the operation
   * @return those that are known, in the order asked for; one that cannot be read is left out and
   *     logged
   */
  public List<Event> byId(
      Collection<String> ids,
      BiFunction<List<String>, Request.Options, List<@Nullable Map<String, @Nullable Object>>>
          read) {
    return new BatchReads(calls)
        .all(ids, EventReads::idOf, read).values().stream().map(Event::fromJson).toList();
  }

  private static String idOf(Map<String, @Nullable Object> event) {
    return String.valueOf(event.get("id"));
  }

  private Iterator<Event> walk(
      Map<String, Object> query,
      BiFunction<Map<String, Object>, Request.Options, LazyPage<Event>> search) {
    return new LazyPages<>(
        query, page -> calls.call(OperationClass.READ, times -> search.apply(page, times)));
  }
}
