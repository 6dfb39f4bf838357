package io.github.openhands4j.simulator.v0;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account's secrets. The record of them also holds the tokens of git providers, and so it is
 * there as soon as one was connected. Not thread-safe.
 */
final class SecretShelf {

  /** A secret. */
  record Kept(String value, String description) {}

  private @Nullable Map<String, Kept> kept = new LinkedHashMap<>();

  /** Lets there be a record. */
  void open() {
    if (kept == null) {
      kept = new LinkedHashMap<>();
    }
  }

  /** Lets there be no record. */
  void forget() {
    kept = null;
  }

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
