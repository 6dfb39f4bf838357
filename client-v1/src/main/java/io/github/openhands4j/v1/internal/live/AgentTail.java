package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.internal.event.AfterLast;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import io.github.openhands4j.v1.internal.event.EventReads;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of an agent server's list of events: what stands from the last known one on. Its pages
 * begin with any event, and the order of the list never changes.
 */
final class AgentTail {

  private final ConversationId id;
  private final EventReads reads;
  private @Nullable String place;
  private @Nullable AfterLast since;

  AgentTail(ConversationId id, EventReads reads) {
    this.id = id;
    this.reads = reads;
  }

  /** The events from the last known one on, some before it included; read as they are asked for. */
  Iterator<Event> from(AgentEventsDoor door, @Nullable Event lastTold) {
    String from = place;
    if (from != null) {
      Iterator<Event> events = reads.atAgent(door, id, query("page_id", from));
      if (events.hasNext() && events.next().id().equals(from)) {
        since = null;
        return events;
      }
      place = null; // another server, which has never heard of it
    }
    since = lastTold == null ? null : new AfterLast(lastTold);
    return reads.atAgent(
        door,
        id,
        Optional.ofNullable(since)
            .flatMap(AfterLast::beginning)
            .map(time -> query("timestamp__gte", time))
            .orElseGet(() -> query("limit", 100)));
  }

  private static Map<String, Object> query(String name, Object value) {
    Map<String, Object> query = new HashMap<>();
    query.put("limit", 100);
    query.put("sort_order", "TIMESTAMP");
    query.put(name, value);
    return query;
  }

  /** An event of the list was taken; false if it stands before what was told already. */
  boolean isNew(Event event) {
    if (!event.id().isEmpty()) {
      place = event.id();
    }
    return since == null || since.test(event);
  }
}
