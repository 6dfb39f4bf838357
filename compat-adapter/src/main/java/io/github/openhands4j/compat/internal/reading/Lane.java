package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.Numbering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The events of one server, of which one page is at hand. Used by one thread. */
final class Lane {

  static final Comparator<Placed> BY_TIME = Comparator.comparingLong(Placed::micros);

  private final Iterator<List<V1Event>> pages;
  private final long latest;
  private final Deque<Placed> atHand = new ArrayDeque<>();
  private long newest = Entry.NO_TIME;

  /**
   * An event and where it belongs.
   *
   * @param event the event
   * @param micros its time, or the latest one before it if it has none, or one yet to come
   */
  record Placed(V1Event event, long micros) {}

  Lane(Iterator<List<V1Event>> pages, long latest) {
    this.pages = pages;
    this.latest = latest;
  }

  boolean hasNext() {
    return !atHand.isEmpty() || pages.hasNext();
  }

  /** Reads a page if nothing is at hand. */
  void fill() {
    if (!atHand.isEmpty() || !pages.hasNext()) {
      return;
    }
    long micros = newest;
    List<Placed> page = new ArrayList<>();
    for (V1Event event : pages.next()) {
      long told = Numbering.microsOf(event);
      micros = told == Entry.NO_TIME || told > latest ? micros : told;
      newest = Math.max(newest, micros);
      page.add(new Placed(event, micros));
    }
    page.sort(BY_TIME);
    atHand.addAll(page);
  }

  /** Up to which time all is at hand: what is later may be on a page that was not read. */
  long completeUntil() {
    return pages.hasNext() ? newest : Long.MAX_VALUE;
  }

  /** The time of the newest event that was read, or {@link Entry#NO_TIME}. */
  long newest() {
    return newest;
  }

  /** Takes what is at hand up to a time. */
  List<Placed> take(long until) {
    List<Placed> taken = new ArrayList<>();
    while (!atHand.isEmpty() && atHand.getFirst().micros() <= until) {
      taken.add(atHand.removeFirst());
    }
    return taken;
  }
}
