package io.github.openhands4j.v0.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.V0Exception;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of filtered events are those that a server which filters would give. */
class FilteredEventsTest {

  private static final int PAGE = 7;

  private final List<String> ranges = new ArrayList<>();

  private static Event event(long id) {
    return Event.builder().id(id).message("m").build();
  }

  private FilteredEvents.Pages server(int events, boolean reverse) {
    return (start, end) -> {
      ranges.add(start + "-" + end);
      List<Event> range = range(events, start, end, reverse);
      return page(range.subList(0, Math.min(PAGE, range.size())), range.size() > PAGE);
    };
  }

  private static List<Event> range(
      int events, @Nullable Long start, @Nullable Long end, boolean reverse) {
    long from = start == null ? 0 : start;
    long to = Math.min(end == null ? Long.MAX_VALUE : end, events - 1L);
    List<Event> range =
        new ArrayList<>(LongStream.rangeClosed(from, to).mapToObj(i -> event(i)).toList());
    if (reverse) {
      Collections.reverse(range);
    }
    return range;
  }

  private static EventPage page(List<Event> events, boolean more) {
    return EventPage.builder().events(events).hasMore(more).build();
  }

  private static long number(Event event) {
    return Objects.requireNonNull(event.id());
  }

  @Test
  void resultIsThatOfAServerWhichFilters() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int events = random.nextInt(60);
      long every = 1L + random.nextInt(9);
      boolean reverse = random.nextBoolean();
      int limit = random.nextInt(12);
      Long start = random.nextBoolean() ? (Long) (long) random.nextInt(40) : null;
      Long end = random.nextBoolean() ? (Long) (long) random.nextInt(70) : null;

      EventPage got =
          FilteredEvents.collect(
              new EventQuery(start, end, reverse, limit, null),
              limit,
              event -> number(event) % every == 0,
              server(events, reverse));

      List<Long> all =
          range(events, start, end, reverse).stream()
              .map(FilteredEventsTest::number)
              .filter(id -> id % every == 0)
              .toList();
      assertThat(got.events().stream().map(FilteredEventsTest::number))
          .as("seed %d, round %d", seed, round)
          .containsExactlyElementsOf(all.subList(0, Math.min(limit, all.size())));
      assertThat(got.hasMore()).as("seed %d, round %d", seed, round).isEqualTo(all.size() > limit);
    }
  }

  @Test
  void readsNoFurtherThanItMust() {
    FilteredEvents.collect(EventQuery.oldest(), 3, event -> true, server(100, false));
    assertThat(ranges).containsExactly("0-null");

    ranges.clear();
    FilteredEvents.collect(EventQuery.oldest(), 1, event -> number(event) > 12, server(100, false));
    assertThat(ranges).containsExactly("0-null", "7-null", "14-null");
  }

  @Test
  void serverThatDoesNotGetOnIsNotReadForEver() {
    for (EventPage odd :
        List.of(
            page(List.of(), true),
            page(List.of(event(3), event(-1)), true),
            page(List.of(Event.builder().message("m").build()), true))) {
      assertThatThrownBy(
              () ->
                  FilteredEvents.collect(
                      EventQuery.oldest(), 5, event -> false, (start, end) -> odd))
          .isInstanceOfSatisfying(
              V0Exception.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ANSWER_UNREADABLE));
    }
  }
}
