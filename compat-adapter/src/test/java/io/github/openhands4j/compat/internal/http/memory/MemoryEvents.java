package io.github.openhands4j.compat.internal.http.memory;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.V0Events;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Three events to begin with, and those that are sent. */
final class MemoryEvents implements V0Events {

  private final MemoryV0Client client;
  private final List<Event> events = new ArrayList<>();

  MemoryEvents(MemoryV0Client client) {
    this.client = client;
    add("environment", "", null, "agent_state_changed", Map.of("agent_state", "loading"));
    add("user", "Go", "message", null, args("Go"));
    add("agent", "Done", "message", null, args("Done"));
  }

  private static Map<String, @Nullable Object> args(String content) {
    Map<String, @Nullable Object> args = new LinkedHashMap<>();
    args.put("content", content);
    args.put("file_urls", null);
    args.put("wait_for_response", false);
    args.put("security_risk", -1);
    return args;
  }

  private void add(
      String source,
      String message,
      @Nullable String action,
      @Nullable String observation,
      Map<String, @Nullable Object> rest) {
    events.add(
        Event.builder()
            .id((long) events.size())
            .timestamp("2025-11-24T23:09:22.362035")
            .source(source)
            .message(message)
            .action(action)
            .observation(observation)
            .args(action == null ? null : rest)
            .content(observation == null ? null : "")
            .extras(observation == null ? null : rest)
            .build());
  }

  @Override
  public EventPage listEvents(String conversationId, EventQuery query) {
    client.requireKnown(conversationId);
    int limit = Objects.requireNonNullElse(query.limit(), 20);
    if (limit < 0 || limit > 100) {
      throw MemoryV0Client.failure(400, "{\"detail\":\"Invalid limit\"}");
    }
    long from = Objects.requireNonNullElse(query.startId(), 0L);
    long to = Objects.requireNonNullElse(query.endId(), Long.MAX_VALUE);
    List<Event> found =
        new ArrayList<>(
            events.stream()
                .filter(event -> Objects.requireNonNull(event.id()) >= from)
                .filter(event -> Objects.requireNonNull(event.id()) <= to)
                .filter(
                    event ->
                        query.filter() == null
                            || query.filter().source() == null
                            || query.filter().source().equals(event.source()))
                .toList());
    if (query.reverse()) {
      Collections.reverse(found);
    }
    return EventPage.builder()
        .events(found.subList(0, Math.min(limit, found.size())))
        .hasMore(found.size() > limit)
        .build();
  }

  @Override
  public void addEvent(String conversationId, Map<String, @Nullable Object> event) {
    client.requireKnown(conversationId);
    if (!"message".equals(event.get("action"))) {
      throw MemoryV0Client.failure(
          400, "{\"detail\":\"The action " + event.get("action") + " is not supported.\"}");
    }
    Object args = event.get("args");
    String content = args instanceof Map<?, ?> map ? String.valueOf(map.get("content")) : "";
    add("user", content, "message", null, args(content));
  }

  @Override
  public Stream<Event> trajectory(String conversationId) {
    client.requireKnown(conversationId);
    return events.stream();
  }
}
