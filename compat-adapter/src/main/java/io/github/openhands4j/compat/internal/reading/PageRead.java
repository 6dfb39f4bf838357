package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.internal.rules.EventFilterRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One page of events, by V0's rules of bounds, order and limit. Used once. */
final class PageRead {

  private static final int DEFAULT_LIMIT = 20;
  private static final int CHUNK = 100;

  private final Reading reading;
  private final Chunks chunks;
  private final boolean filtered;
  private final Predicate<Event> wanted;
  private final boolean reverse;
  private final int limit;
  private final int first;
  private final int last;
  private final List<Event> page = new ArrayList<>();
  private int next;

  PageRead(Reading reading, EventQuery query) {
    this.reading = reading;
    this.chunks = new Chunks(reading);
    this.filtered = query.filter() != null;
    this.wanted = EventFilterRule.of(query.filter());
    this.reverse = query.reverse();
    this.limit = Objects.requireNonNullElse(query.limit(), DEFAULT_LIMIT);
    this.first = bound(Objects.requireNonNullElse(query.startId(), 0L));
    this.last = bound(Objects.requireNonNullElse(query.endId(), (long) Integer.MAX_VALUE));
  }

  private static int bound(long number) {
    return (int) Math.max(-1, Math.min(number, Integer.MAX_VALUE));
  }

  EventPage page() {
    next = reverse ? newest() : Math.max(0, first);
    while (page.size() < limit && isThere()) {
      add(chunks.of(take(filtered ? CHUNK : limit - page.size())));
    }
    boolean hasMore = page.size() > limit || hasMore();
    return EventPage.builder()
        .events(page.subList(0, Math.min(limit, page.size())))
        .hasMore(hasMore)
        .build();
  }

  /** Whether one event more is wanted; without a filter its number is enough. */
  private boolean hasMore() {
    boolean more = false;
    while (!more && isThere()) {
      more = !filtered || chunks.of(take(CHUNK)).stream().anyMatch(wanted);
    }
    return more;
  }

  private void add(List<Event> events) {
    events.stream().filter(wanted).forEach(page::add);
  }

  private int newest() {
    boolean known = last < reading.log().numbers();
    while (!known && reading.pull()) {
      known = last < reading.log().numbers();
    }
    return Math.min(last, reading.log().numbers() - 1);
  }

  /** Whether the next number is within the bounds and known, now or after reading on. */
  private boolean isThere() {
    if (reverse) {
      return next >= Math.max(0, first);
    }
    boolean more = true;
    while (more && next <= last && next >= reading.log().numbers()) {
      more = reading.pull();
    }
    return next <= last && next < reading.log().numbers();
  }

  private List<Integer> take(int most) {
    int from = next;
    if (reverse) {
      next = Math.max(Math.max(0, first) - 1, from - most);
      return IntStream.range(0, from - next).mapToObj(i -> from - i).toList();
    }
    long end = Math.min(Math.min((long) from + most, last + 1L), reading.log().numbers());
    next = (int) end;
    return IntStream.range(from, next).boxed().toList();
  }
}
