package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.page.Walks;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.V0Events;
import io.github.openhands4j.v0.internal.rules.EventFilterRule;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and sends events on a V0 server. */
final class DirectEvents implements V0Events {

  private final EventsApi api;
  private final ItemCalls calls;
  private final Shapes shapes;

  DirectEvents(EventsApi api, ItemCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  @Override
  public EventPage listEvents(String conversationId, EventQuery query) {
    if (query.filter() == null) {
      return page(conversationId, query.startId(), query.endId(), query.reverse(), query.limit());
    }
    return FilteredEvents.collect(
        query,
        LimitRule.check(query.limit()),
        EventFilterRule.of(query.filter()),
        (start, end) ->
            page(conversationId, start, end, query.reverse(), FilteredEvents.LARGEST_PAGE));
  }

  private EventPage page(
      String conversationId,
      @Nullable Long startId,
      @Nullable Long endId,
      boolean reverse,
      @Nullable Integer limit) {
    return calls.read(
        conversationId,
        (id, options) ->
            EventAnswers.page(
                shapes,
                api.list(id, startId, endId, reverse ? Boolean.TRUE : null, limit, options)));
  }

  @Override
  public void addEvent(String conversationId, Map<String, @Nullable Object> event) {
    Objects.requireNonNull(event, "event");
    calls.act(
        conversationId, (id, options) -> Answers.success("event", api.add(id, event, options)));
  }

  @Override
  public Stream<Event> trajectory(String conversationId) {
    StreamedAnswer answer = calls.read(conversationId, api::trajectory);
    return Walks.stream(new TrajectoryReader(shapes, answer.body())).onClose(answer::close);
  }
}
