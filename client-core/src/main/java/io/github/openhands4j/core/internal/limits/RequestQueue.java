package io.github.openhands4j.core.internal.limits;

import java.util.ArrayList;
import java.util.List;

/**
 * Who waits to send a request, and when each may: writes before reads, otherwise in the order of
 * their coming. No clock: times are monotonic readings that are passed in. One caller at a time.
 *
 * <p>A start is what a user waits for, and a job that does not begin cannot be made up for; a read
 * can come later. All writes are treated alike, since all are somebody's will, and none comes from
 * a loop of ours.
 */
final class RequestQueue {

  /** A place in the queue. */
  static final class Place {
    private final boolean write;

    private Place(boolean write) {
      this.write = write;
    }
  }

  private final Departures departures = new Departures();
  private final List<Place> waiting = new ArrayList<>();

  /** Somebody comes whose turn it is and who finds nobody waiting: the request is sent. */
  boolean departAtOnce(RequestLimits limits, long nowNanos) {
    boolean free = waiting.isEmpty() && departures.earliest(0, limits, nowNanos) == nowNanos;
    if (free) {
      departures.add(nowNanos);
    }
    return free;
  }

  /** Somebody comes. */
  Place join(boolean write) {
    Place place = new Place(write);
    int index = waiting.size();
    while (write && index > 0 && !waiting.get(index - 1).write) {
      index--;
    }
    waiting.add(index, place);
    return place;
  }

  /** When it is somebody's turn; not before now, and now if it has come. */
  long turn(Place place, RequestLimits limits, long nowNanos) {
    return departures.earliest(waiting.indexOf(place), limits, nowNanos);
  }

  /** Somebody whose turn it is sends the request. */
  void depart(Place place, long nowNanos) {
    waiting.remove(place);
    departures.add(nowNanos);
  }

  /** Somebody gives up; false if the request has left already. */
  boolean leave(Place place) {
    return waiting.remove(place);
  }
}
