package io.github.openhands4j.simulator.v0;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account's secrets. There is no record of them before the first one. Not thread-safe. */
final class SecretShelf {

  /** A secret. */
  record Kept(String value, @Nullable String description) {}

  private @Nullable Map<String, Kept> kept;

  boolean hasRecord() {
    return kept != null;
  }

  Map<String, Kept> all() {
    return kept == null ? Map.of() : kept;
  }

  void put(String name, Kept secret) {
    if (kept == null) {
      kept = new LinkedHashMap<>();
    }
    kept.put(name, secret);
  }

  void remove(String name) {
    if (kept != null) {
      kept.remove(name);
    }
  }
}
