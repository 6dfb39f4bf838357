package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.model.v1.event.Event;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A walk over events that shows the next one before it is taken. */
final class EventWalk {

  private final Iterator<Event> events;
  private @Nullable Event next;
  private boolean ended;
  private long taken;

  EventWalk(Iterator<Event> events) {
    this.events = events;
  }

  /** The next event, or null at the end. */
  @Nullable Event peek() {
    if (next == null && !ended) {
      ended = !events.hasNext();
      next = ended ? null : events.next();
    }
    return next;
  }

  Event take() {
    Event event = peek();
    if (event == null) {
      throw new NoSuchElementException();
    }
    next = null;
    taken++;
    return event;
  }

  /** How many were taken. */
  long taken() {
    return taken;
  }
}
