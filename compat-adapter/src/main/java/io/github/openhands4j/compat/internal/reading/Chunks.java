package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.model.internal.UuidText;
import io.github.openhands4j.model.v0.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * V0 events by number, together with what they need: from what was just read, else by id.
 *
 * @param reading the reading they belong to
 */
record Chunks(Reading reading) {

  private static final int MOST_IDS = 100;
  private static final int MOST_SEARCHES = 3;

  /** The events of some numbers, in the same order; those that the server has lost are left out. */
  List<Event> of(List<Integer> numbers) {
    EventLog log = reading.log();
    List<Integer> positions = numbers.stream().map(log::positionOf).toList();
    Set<String> ids = new LinkedHashSet<>();
    positions.forEach(position -> Rendering.needs(log, position, ids));
    Rendering rendering = new Rendering(log, find(ids));
    return positions.stream().map(rendering::at).flatMap(Optional::stream).toList();
  }

  private Map<String, V1Event> find(Set<String> ids) {
    Map<String, V1Event> found = new HashMap<>();
    Set<String> missing = new LinkedHashSet<>(ids);
    takeKept(missing, found); // as it was given before
    takeAtHand(missing, found);
    List<String> known = missing.stream().filter(Chunks::isUuid).toList();
    for (int from = 0; from < known.size(); from += MOST_IDS) {
      List<String> some = known.subList(from, Math.min(from + MOST_IDS, known.size()));
      List<V1Event> stored = reading.source().byIds(reading.id(), some);
      reading.seenStored(stored);
      take(stored, missing, found);
    }
    search(missing, found);
    return found;
  }

  /**
   * What the app server has not stored, or cannot be asked for by id. Events that the servers have
   * lost are not searched for without end.
   */
  private void search(Set<String> missing, Map<String, V1Event> found) {
    EventLog log = reading.log();
    int searches = 0;
    for (String id : List.copyOf(missing)) {
      if (missing.contains(id) && searches < MOST_SEARCHES) {
        searches++;
        take(reading.around(log.at(log.find(id, 0))), missing, found);
      }
    }
  }

  private void takeAtHand(Set<String> missing, Map<String, V1Event> found) {
    List<V1Event> events = new ArrayList<>();
    for (String id : missing) {
      V1Event event = reading.atHand(id);
      if (event != null) {
        events.add(event);
      }
    }
    take(events, missing, found);
  }

  private void takeKept(Set<String> missing, Map<String, V1Event> found) {
    take(missing.stream().map(reading::kept).flatMap(Optional::stream).toList(), missing, found);
  }

  private static void take(List<V1Event> events, Set<String> missing, Map<String, V1Event> found) {
    for (V1Event event : events) {
      if (missing.remove(event.id())) {
        found.put(event.id(), event);
      }
    }
  }

  /** The app server fails with 500 when it is asked for any other id. */
  private static boolean isUuid(String id) {
    try {
      UuidText.parse(id, "event");
      return true;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }
}
