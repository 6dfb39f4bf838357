package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.ConversationEvents;
import io.github.openhands4j.v1.EventQuery;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.internal.page.QueryParameters;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of a conversation, of both servers.
 *
 * @param id the conversation
 * @param stored the app server's operations
 * @param api counts, lists and reads by id
 * @param reads walks
 * @param agent gives the agent server's operations, or null if it cannot be reached; asks the app
 *     server
 * @param lenient whether the stored events do when the agent server fails
 */
public record DefaultConversationEvents(
    ConversationId id,
    StoredEventsDoor stored,
    EventsApi api,
    EventReads reads,
    Supplier<@Nullable AgentEventsDoor> agent,
    boolean lenient)
    implements ConversationEvents {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.events");

  @Override
  public Stream<Event> all() {
    return merged(Map.of("sort_order", "TIMESTAMP", "limit", 100), false);
  }

  @Override
  public Stream<Event> newestFirst() {
    return merged(Map.of("sort_order", "TIMESTAMP_DESC", "limit", 100), true);
  }

  @Override
  public Stream<Event> after(Event last) {
    Map<String, Object> query = new HashMap<>();
    query.put("sort_order", "TIMESTAMP");
    query.put("limit", 100);
    AfterLast after = new AfterLast(last);
    after.beginning().ifPresent(time -> query.put("timestamp__gte", time));
    return merged(query, false).filter(after);
  }

  @Override
  public Paged<Event> stored(EventQuery query) {
    return EventPages.of(
        QueryParameters.ofSearch(query),
        page -> reads.calls().call(OperationClass.READ, times -> api.search(id, page, times)));
  }

  @Override
  public List<Event> get(Collection<String> ids) {
    return reads.byId(ids, (some, times) -> api.batchGet(id, some, times));
  }

  @Override
  public long storedCount(EventQuery query) {
    Map<String, Object> filters = QueryParameters.ofCount(query);
    return reads.calls().call(OperationClass.READ, times -> api.count(id, filters, times));
  }

  private Stream<Event> merged(Map<String, Object> query, boolean newestFirst) {
    var order = newestFirst ? EventOrder.OLDEST_FIRST.reversed() : EventOrder.OLDEST_FIRST;
    return StreamSupport.stream(
        () ->
            Spliterators.spliteratorUnknownSize(
                new MergedEvents(atAgent(query), reads.stored(stored, id, query), order),
                Spliterator.ORDERED | Spliterator.NONNULL),
        Spliterator.ORDERED | Spliterator.NONNULL,
        false);
  }

  /** What is at the agent server; nothing more once it cannot be reached. */
  private Iterator<Event> atAgent(Map<String, Object> query) {
    AgentEventsDoor door = agent.get();
    if (door == null) {
      return Collections.emptyIterator();
    }
    Iterator<Event> events = reads.atAgent(door, id, query);
    return lenient ? new WhileReachable(events) : events;
  }

  private record WhileReachable(Iterator<Event> events) implements Iterator<Event> {
    @Override
    public boolean hasNext() {
      try {
        return events.hasNext();
      } catch (OpenHandsException failure) {
        if (OurOwnEnd.is(failure)) {
          throw failure;
        }
        LOG.warn(
            "an agent server cannot be read any more; events that are not stored yet are missing"
                + " [failure={}]",
            failure.code().id());
        return false;
      }
    }

    @Override
    public Event next() {
      return events.next();
    }
  }
}
