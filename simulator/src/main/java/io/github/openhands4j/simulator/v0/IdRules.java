package io.github.openhands4j.simulator.v0;

import java.util.Optional;

/** The server's check of ids in paths, which the message route does without. */
final class IdRules {

  private IdRules() {}

  static Optional<V0Reply> refusal(String id) {
    String why = null;
    if (id.codePoints().count() > 100) {
      why = "is too long";
    } else if (id.indexOf('\0') >= 0) {
      why = "contains invalid characters";
    } else if (id.contains("..") || id.contains("/") || id.contains("\\")) {
      why = "contains invalid path characters";
    } else if (id.chars().anyMatch(c -> c < 0x20)) {
      why = "contains control characters";
    }
    return Optional.ofNullable(why).map(text -> V0Reply.detail(400, "Conversation ID " + text));
  }
}
