package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.V1Event;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What both servers have, in the order of times: each has events that the other one does not have,
 * or not yet. At most a page of each is at hand. Used by one thread.
 */
final class News implements Iterator<News.Part> {

  private final Lane stored;
  private final Lane live;

  /**
   * All events up to some time.
   *
   * @param all the events; those that both servers have are told as the app server has them
   * @param stored those that the app server has
   * @param added the others, which the agent server alone has
   * @param storedUntil up to which time the app server's events were taken, in microseconds
   * @param liveUntil up to which time those of the agent server were
   */
  record Part(
      List<V1Event> all,
      List<V1Event> stored,
      List<V1Event> added,
      long storedUntil,
      long liveUntil) {}

  /**
   * Creates it; nothing is read yet.
   *
   * @param stored pages of the app server
   * @param live pages of the agent server
   * @param latest a time, in microseconds, that no event can have yet
   */
  News(Iterator<List<V1Event>> stored, Iterator<List<V1Event>> live, long latest) {
    this.stored = new Lane(stored, latest);
    this.live = new Lane(live, latest);
  }

  @Override
  public boolean hasNext() {
    return stored.hasNext() || live.hasNext();
  }

  /**
   * Takes a request of each server at most. An event with the time at which a page ends may come
   * twice.
   */
  @Override
  public Part next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    stored.fill();
    live.fill();
    long until = Math.min(stored.completeUntil(), live.completeUntil());
    List<Lane.Placed> ofTheStore = stored.take(until);
    Set<String> ids = new HashSet<>();
    ofTheStore.forEach(placed -> ids.add(placed.event().id()));
    List<Lane.Placed> ofTheAgent =
        live.take(until).stream().filter(placed -> ids.add(placed.event().id())).toList();
    List<V1Event> all =
        events(Stream.concat(ofTheStore.stream(), ofTheAgent.stream()).sorted(Lane.BY_TIME));
    return new Part(
        all,
        events(ofTheStore.stream()),
        events(ofTheAgent.stream()),
        Math.min(until, stored.newest()),
        Math.min(until, live.newest()));
  }

  private static List<V1Event> events(Stream<Lane.Placed> placed) {
    return placed.map(Lane.Placed::event).toList();
  }
}
