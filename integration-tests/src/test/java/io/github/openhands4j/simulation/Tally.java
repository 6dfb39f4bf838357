package io.github.openhands4j.simulation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each thing was seen. */
final class Tally {

  private final Map<Seen, Long> counts = new EnumMap<>(Seen.class);

  void add(Seen seen) {
    counts.merge(seen, 1L, Long::sum);
  }

  void addAll(Tally other) {
    other.counts.forEach((seen, count) -> counts.merge(seen, count, Long::sum));
  }

  long of(Seen seen) {
    return counts.getOrDefault(seen, 0L);
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(
            count ->
                count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " "
                    + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
