package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.model.v1.event.Event;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two walks over the same events as one: each event once, those of the first walk in its own order,
 * those only the second has at their place in time. Offsets of pages drift, and the servers differ
 * in order by little, so it is enough to remember the last some thousand ids.
 */
final class MergedEvents implements Iterator<Event> {

  private static final int REMEMBERED = 10_000;

  private final EventWalk first;
  private final EventWalk second;
  private final Comparator<Event> order;
  private final SeenIds seen = new SeenIds(REMEMBERED);
  private @Nullable Event next;

  MergedEvents(Iterator<Event> first, Iterator<Event> second, Comparator<Event> order) {
    this.first = new EventWalk(first);
    this.second = new EventWalk(second);
    this.order = order;
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      EventWalk walk = nearer();
      if (walk == null) {
        return false;
      }
      Event taken = walk.take();
      if (taken.id().isEmpty() || seen.add(taken.id())) { // what has no id is new
        next = taken;
      }
    }
    return true;
  }

  private @Nullable EventWalk nearer() {
    Event here = first.peek();
    Event there = second.peek();
    if (there == null) {
      return here == null ? null : first;
    }
    if (here == null) {
      return second;
    }
    int nearer = order.compare(here, there);
    // Of many events of one time, neither walk gets far ahead of the other.
    return nearer < 0 || (nearer == 0 && first.taken() <= second.taken()) ? first : second;
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Event taken = next;
    next = null;
    return Objects.requireNonNull(taken);
  }
}
