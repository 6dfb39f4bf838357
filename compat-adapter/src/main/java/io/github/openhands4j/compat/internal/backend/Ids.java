package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.model.ConversationId;
import java.util.Optional;

/** Reads the ids V0 callers hold: hex, dashed, upper case. Anything else is an unknown id. */
final class Ids {

  private Ids() {}

  static Optional<ConversationId> parse(String text) {
    try {
      return Optional.of(ConversationId.parse(text));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
