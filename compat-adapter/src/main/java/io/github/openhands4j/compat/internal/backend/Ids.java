package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.model.ConversationId;
import java.util.Optional;

/** Reads the ids V0 callers hold: hex, dashed, upper case. Anything else is an unknown id. */
public final class Ids {

  private Ids() {}

  /**
   * Reads an id.
   *
   * @param text the id as typed
   * @return the id, or empty for what no conversation of V1 can have
   */
  public static Optional<ConversationId> parse(String text) {
    try {
      return Optional.of(ConversationId.parse(text));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
