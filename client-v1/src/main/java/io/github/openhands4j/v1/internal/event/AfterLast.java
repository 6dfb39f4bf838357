package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.model.v1.event.Event;
import java.util.function.Predicate;

/**
 * Lets pass what comes after an event: everything once that event went by, and what is later in
 * time in any case. Not thread-safe.
 */
public final class AfterLast implements Predicate<Event> {

  private final Event last;
  private boolean passed;

  /**
   * Nothing went by yet.
   *
   * @param last the event
   */
  public AfterLast(Event last) {
    this.last = last;
  }

  @Override
  public boolean test(Event event) {
    if (!last.id().isEmpty() && event.id().equals(last.id())) {
      passed = true;
      return false;
    }
    return passed || EventOrder.OLDEST_FIRST.compare(event, last) > 0;
  }
}
