package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.model.v1.event.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The order of events in time. */
final class EventOrder {

  /** Oldest first; events without a time compare by what they have in its place. */
  static final Comparator<Event> OLDEST_FIRST = EventOrder::compare;

  private EventOrder() {}

  private static int compare(Event one, Event other) {
    Optional<Instant> first = one.time();
    Optional<Instant> second = other.time();
    return first.isPresent() && second.isPresent()
        ? first.get().compareTo(second.get())
        : one.timestamp().compareTo(other.timestamp());
  }
}
