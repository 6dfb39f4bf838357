package io.github.openhands4j.v1.internal.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.agent.AgentServers;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import io.github.openhands4j.v1.internal.event.DefaultConversationEvents;
import io.github.openhands4j.v1.internal.event.EventReads;
import io.github.openhands4j.v1.internal.event.StoredEventsDoor;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of live subscriptions come from.
 *
 * @param api the operations of the app server
 * @param stored its operations of events, as types of their own
 * @param agents the agent servers
 * @param calls carries out the reads
 * @param mapper reads and writes frames
 * @param options name the server
 * @param end the end of the view that subscriptions are of, or null
 */
public record LiveSource(
    V1Api api,
    StoredEventsDoor stored,
    AgentServers agents,
    Calls calls,
    ObjectMapper mapper,
    ClientOptions options,
    @Nullable Deadline end) {

  /** What the app server stores late is dated back by up to this. */
  private static final Duration LAG = Duration.ofSeconds(60);

  /** Whether nothing may be read any more. */
  boolean isOver() {
    return end != null && end.isOver();
  }

  Duration atMost(Duration rest) {
    return end == null ? rest : end.atMost(rest);
  }

  Optional<AppConversation> conversation(ConversationId id) {
    return new BatchReads(calls).one(id, AppConversation::id, api.appConversations()::batchGet);
  }

  AgentEventsDoor door(AgentAddress address) {
    return agents.at(address).events();
  }

  /** All events there are, or all after one. */
  Iterator<Event> history(ConversationId id, @Nullable AgentEventsDoor door, @Nullable Event last) {
    DefaultConversationEvents events =
        new DefaultConversationEvents(
            id, stored, api.events(), new EventReads(calls), () -> door, false);
    return (last == null ? events.all() : events.after(last)).iterator();
  }

  /** What may have been stored since an event. */
  Iterator<Event> storedSince(ConversationId id, @Nullable Event last) {
    Map<String, Object> query = new HashMap<>();
    query.put("limit", 100);
    query.put("sort_order", "TIMESTAMP");
    if (last != null) {
      last.time()
          .map(time -> time.minus(LAG).truncatedTo(ChronoUnit.MICROS).toString())
          .ifPresent(since -> query.put("timestamp__gte", since));
    }
    return new EventReads(calls).stored(stored, id, query);
  }

  AgentTail tail(ConversationId id) {
    return new AgentTail(id, new EventReads(calls));
  }

  SocketConnector connector(AgentAddress address) {
    return new SocketConnector(options, mapper, address);
  }
}
