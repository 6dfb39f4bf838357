package io.github.openhands4j.compat.internal.backend;

import static io.github.openhands4j.compat.operations.V0Operation.ADD_EVENT;
import static io.github.openhands4j.compat.operations.V0Operation.LIST_EVENTS;
import static io.github.openhands4j.compat.operations.V0Operation.TRAJECTORY;

import io.github.openhands4j.compat.internal.reading.BrowserPayload;
import io.github.openhands4j.compat.internal.reading.EventReader;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.page.Walks;
import io.github.openhands4j.core.internal.resilience.OddFailures;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.V0Events;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.internal.rules.ConversationIdRule;
import io.github.openhands4j.v0.internal.rules.EventFilterRule;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/conversations/{id}/events} and {@code …/trajectory}. Thread-safe. */
final class EventCalls implements V0Events {

  private static final int MOST = 100;

  private final V0Calls v0;
  private final Finder finder;
  private final Records records;
  private final EventReader reader;
  private final ActionCalls actions;

  EventCalls(V0Calls v0, Finder finder, Records records, EventReader reader, ActionCalls actions) {
    this.v0 = v0;
    this.finder = finder;
    this.records = records;
    this.reader = reader;
    this.actions = actions;
  }

  @Override
  public EventPage listEvents(String conversationId, EventQuery query) {
    String id = ConversationIdRule.check(conversationId);
    Integer limit = query.limit();
    if (limit != null && (limit < 0 || limit > MOST)) {
      throw V0Bodies.detail(400, "Invalid limit");
    }
    return answered(
        LIST_EVENTS,
        () -> {
          Found found = find(id);
          return found instanceof Found.Row it
              ? reader.page(it.row(), records.sandboxOf(it.row()), query)
              : pageOf((Found.Task) found, query);
        });
  }

  @Override
  public void addEvent(String conversationId, Map<String, @Nullable Object> event) {
    String id = ConversationIdRule.check(conversationId);
    Objects.requireNonNull(event, "event");
    answered(ADD_EVENT, () -> actions.make(id, event));
  }

  @Override
  public Stream<Event> trajectory(String conversationId) {
    String id = ConversationIdRule.check(conversationId);
    Stream<Event> all =
        answered(
            TRAJECTORY,
            () -> {
              Found found = find(id);
              return found instanceof Found.Row it
                  ? reader.all(it.row(), records.sandboxOf(it.row()))
                  : allOf((Found.Task) found);
            });
    return Walks.stream(new Answered(all.iterator()))
        .filter(event -> !EventFilterRule.isHidden(event))
        .map(BrowserPayload::without)
        .onClose(all::close);
  }

  private EventPage pageOf(Found.Task task, EventQuery query) {
    return reader.page(task.id(), task.task(), hasFailed(task), query);
  }

  private Stream<Event> allOf(Found.Task task) {
    return reader.all(task.id(), task.task(), hasFailed(task));
  }

  private boolean hasFailed(Found.Task task) {
    return records.hasFailed(task.id(), task.task());
  }

  /** A row or a start task. V1 itself answers unknown ids with no events, deleted ones with all. */
  private Found find(String conversationId) {
    Found found = Ids.parse(conversationId).map(finder::find).orElseGet(Found.Nothing::new);
    if (found instanceof Found.Nothing) {
      throw V0Bodies.detail(404, "Conversation " + conversationId + " not found");
    }
    return found;
  }

  private <T> T answered(V0Operation operation, Supplier<T> call) {
    return v0.answered(operation, () -> told(call));
  }

  /** A ledger of the program's own may throw anything. */
  private static <T> T told(Supplier<T> call) {
    try {
      return call.get();
    } catch (OpenHandsException | V0Exception known) {
      throw known;
    } catch (RuntimeException odd) {
      throw OddFailures.of("The answer to a call for events", odd);
    }
  }

  /** Lets only V0 exceptions out of a stream. */
  private record Answered(Iterator<Event> events) implements Iterator<Event> {

    @Override
    public boolean hasNext() {
      return V0Calls.withV0Failures(() -> told(events::hasNext));
    }

    @Override
    public Event next() {
      return events.next(); // after hasNext nothing is read
    }
  }
}
