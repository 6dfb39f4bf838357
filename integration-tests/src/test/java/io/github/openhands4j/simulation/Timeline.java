package io.github.openhands4j.simulation;

import java.time.Instant;
import java.util.PriorityQueue;

/** Virtual time: events happen in its order, those of one moment in the order they were planned. */
final class Timeline {

  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  /** Far more than a world without an endless loop has. */
  private static final int MOST_EVENTS = 300_000;

  private record Event(long at, long order, Runnable work) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long now;
  private long planned;
  private int passed;

  long now() {
    return now;
  }

  /** The moment as a true clock shows it. */
  Instant wallClock() {
    return EPOCH.plusNanos(now);
  }

  void in(long nanos, Runnable work) {
    events.add(new Event(now + nanos, planned++, work));
  }

  /** Lets time pass until nothing is planned any more. */
  void runOut() {
    Event next = events.poll();
    while (next != null) {
      if (++passed > MOST_EVENTS) {
        throw new BrokenPromiseException(Promise.ENDS, "the world never comes to rest");
      }
      now = next.at();
      next.work().run();
      next = events.poll();
    }
  }
}
