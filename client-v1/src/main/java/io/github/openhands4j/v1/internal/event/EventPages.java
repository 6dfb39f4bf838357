package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of events as types of their own, made of the raw door's plain values. */
public final class EventPages {

  private EventPages() {}

  /**
   * A list of events.
   *
   * @param query parameters by wire name, without a page
   * @param read reads the page that the parameters name
   * @return the events; rows that are no objects are set aside
   */
  public static Paged<Event> of(
      Map<String, Object> query,
      Function<Map<String, Object>, Page<Map<String, @Nullable Object>>> read) {
    return new PagedCalls<>(query, Event::id, page -> typed(read.apply(page)));
  }

  private static Page<Event> typed(Page<Map<String, @Nullable Object>> page) {
    List<Event> events =
        page.items().stream().filter(Objects::nonNull).map(Event::fromJson).toList();
    return new Page<>(events, page.nextPageToken(), page.unreadable());
  }
}
