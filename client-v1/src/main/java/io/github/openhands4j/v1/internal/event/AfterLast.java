package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.model.v1.event.Event;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets pass what comes after an event: everything once that event went by, and what is later in
 * time in any case. Not thread-safe.
 */
public final class AfterLast implements Predicate<Event> {

  private static final Duration MARGIN = Duration.ofSeconds(10);

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

  /**
   * From when on servers are to be asked: a little before the event, since the clocks of one
   * sandbox's processes are near each other and no nearer.
   *
   * @return the time for a query, or empty if the event tells none
   */
  public Optional<String> beginning() {
    return last.time().map(time -> time.minus(MARGIN).truncatedTo(ChronoUnit.MICROS).toString());
  }

  @Override
  public boolean test(Event event) {
    if (SeenIds.areOne(event.id(), last.id())) {
      passed = true;
      return false;
    }
    return passed || EventOrder.OLDEST_FIRST.compare(event, last) > 0;
  }
}
