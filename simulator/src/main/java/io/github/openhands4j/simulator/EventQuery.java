package io.github.openhands4j.simulator;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a list a search wants.
 *
 * @param wanted what each must pass, null when all are wanted
 * @param from the time of the first, compared as text, or null
 * @param below the time that all are before, compared as text, or null
 */
record EventQuery(
    @Nullable Predicate<StoredEvent> wanted, @Nullable String from, @Nullable String below) {

  /** What is wanted of a list that is sorted by time; nothing is copied unless it must be. */
  List<StoredEvent> ofSorted(List<StoredEvent> sorted) {
    int start = from == null ? 0 : SortedEvents.firstFrom(sorted, from);
    int end = below == null ? sorted.size() : SortedEvents.firstFrom(sorted, below);
    List<StoredEvent> part = start < end ? sorted.subList(start, end) : List.of();
    return wanted == null ? part : part.stream().filter(wanted).toList();
  }

  /** What is wanted of a list in any order. */
  List<StoredEvent> of(List<StoredEvent> all) {
    if (wanted == null && from == null && below == null) {
      return all;
    }
    return all.stream()
        .filter(event -> wanted == null || wanted.test(event))
        .filter(event -> from == null || event.timestamp().compareTo(from) >= 0)
        .filter(event -> below == null || event.timestamp().compareTo(below) < 0)
        .toList();
  }
}
