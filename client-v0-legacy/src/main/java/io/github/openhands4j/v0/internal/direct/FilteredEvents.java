package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads on until so many events pass a filter. V0 takes filters in the body of a GET, which hardly
 * any client can send, and so they are applied here.
 */
final class FilteredEvents {

  /** What one request can bring. */
  static final int LARGEST_PAGE = 100;

  /** Reads pages without a filter. */
  interface Pages {

    /** The events of a range; both bounds inclusive. */
    EventPage read(@Nullable Long startId, @Nullable Long endId);
  }

  private FilteredEvents() {}

  /**
   * The events of a query that pass its filter.
   *
   * @param query bounds and order
   * @param limit how many at most
   * @param wanted the filter
   * @param pages reads in the order of the query
   * @return a page that knows whether another event would pass
   */
  static EventPage collect(EventQuery query, int limit, Predicate<Event> wanted, Pages pages) {
    long lowest = Objects.requireNonNullElse(query.startId(), 0L);
    long highest = Objects.requireNonNullElse(query.endId(), Long.MAX_VALUE);
    List<Event> found = new ArrayList<>();
    while (true) {
      EventPage page = pages.read(lowest, highest == Long.MAX_VALUE ? null : highest);
      for (Event event : page.events()) {
        if (wanted.test(event)) {
          if (found.size() == limit) {
            return result(found, true);
          }
          found.add(event);
        }
      }
      if (!page.hasMore()) {
        return result(found, false);
      }
      long last = lastOf(page);
      if (last < lowest || last > highest) {
        throw V0Failures.of(Answers.unexpected("events"));
      }
      if (query.reverse()) {
        highest = last - 1;
      } else {
        lowest = last + 1;
      }
      if (lowest > highest) {
        return result(found, false);
      }
    }
  }

  /** The number to go on from; without one there is no end. */
  private static long lastOf(EventPage page) {
    Long last = page.events().isEmpty() ? null : page.events().get(page.events().size() - 1).id();
    if (last == null) {
      throw V0Failures.of(Answers.unexpected("events"));
    }
    return last;
  }

  private static EventPage result(List<Event> events, boolean more) {
    return EventPage.builder().events(events).hasMore(more).build();
  }
}
