package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.model.ConversationId;
import org.jspecify.annotations.Nullable;

/** Titles as V0 shows them. */
public final class V0Titles {

  private static final int DEFAULT_DIGITS = 5;

  private V0Titles() {}

  static String shown(@Nullable String title, ConversationId id) {
    return title == null || title.isBlank() ? defaultOf(id) : title;
  }

  static String defaultOf(ConversationId id) {
    return "Conversation " + id.hex().substring(0, DEFAULT_DIGITS);
  }

  /**
   * The title V1 is to store for one that V0 was given: V0 trims after it has checked the length.
   *
   * @param title the title as given
   * @return the title to store, or null for the default one
   */
  public static @Nullable String stored(String title) {
    String trimmed = title.strip();
    return trimmed.isEmpty() ? null : trimmed;
  }
}
