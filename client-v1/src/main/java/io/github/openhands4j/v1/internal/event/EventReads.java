package io.github.openhands4j.v1.internal.event;

import feign.Request;
import io.github.openhands4j.core.internal.json.LazyPage;
import io.github.openhands4j.core.internal.page.LazyPages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Walks over the events of one server, page by page as they are asked for, event by event.
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

  private Iterator<Event> walk(
      Map<String, Object> query,
      BiFunction<Map<String, Object>, Request.Options, LazyPage<Event>> search) {
    return new LazyPages<>(
        query, page -> calls.call(OperationClass.READ, times -> search.apply(page, times)));
  }
}
