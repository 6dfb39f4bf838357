package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.model.v0.event.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/** All events of a reading, in chunks: no more than one of them is held. Used by one thread. */
final class AllEvents implements Iterator<Event> {

  private static final int CHUNK = 100;

  private final Reading reading;
  private final Chunks chunks;
  private final Deque<Event> ready = new ArrayDeque<>();
  private int next;
  private volatile boolean closed;

  AllEvents(Reading reading) {
    this.reading = reading;
    this.chunks = new Chunks(reading);
  }

  void close() {
    closed = true;
  }

  @Override
  public boolean hasNext() {
    while (!closed && ready.isEmpty()) {
      int numbers = reading.log().numbers();
      if (next < numbers) {
        int to = Math.min(next + CHUNK, numbers);
        ready.addAll(chunks.of(IntStream.range(next, to).boxed().toList()));
        next = to;
      } else if (!reading.pull() && reading.log().numbers() == numbers) {
        return false;
      }
    }
    return !closed;
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.removeFirst();
  }
}
