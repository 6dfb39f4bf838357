package io.github.openhands4j.simulator.v0;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What differs from the base in a workspace. Not thread-safe. */
final class GitState {

  /**
   * A file that differs.
   *
   * @param before its text in the base, or null for a new file
   * @param after its text now, or null for a deleted file
   */
  record Change(@Nullable String before, @Nullable String after) {

    String status() {
      if (before == null) {
        return "A";
      }
      return after == null ? "D" : "M";
    }
  }

  private final Map<String, Change> changes = new TreeMap<>();

  void change(String path, Change change) {
    changes.put(path, change);
  }

  Map<String, Change> all() {
    return changes;
  }

  Optional<Change> find(String path) {
    return Optional.ofNullable(changes.get(path));
  }
}
