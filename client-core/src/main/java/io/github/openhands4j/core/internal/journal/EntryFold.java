package io.github.openhands4j.core.internal.journal;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartJournal.State;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one entry a start of all that was written of it, in whatever order. */
final class EntryFold {

  private EntryFold() {}

  static State later(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static List<Entry> of(List<Entry> written) {
    Map<StartHandle, State> states = new HashMap<>();
    written.forEach(entry -> states.merge(entry.handle(), entry.state(), EntryFold::later));
    return sorted(states);
  }

  static List<Entry> sorted(Map<StartHandle, State> states) {
    return states.entrySet().stream()
        .map(entry -> new Entry(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(entry -> entry.handle().startedAt()))
        .toList();
  }
}
