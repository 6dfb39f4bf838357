package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.model.ConversationId;
import org.jspecify.annotations.Nullable;

/** Titles as V0 shows them. */
public final class V0Titles {

  /**
   * V1 has five digits after it too, but all of them where the agent server was first to report.
   */
  private static final String PREFIX = "Conversation ";

  private static final int DEFAULT_DIGITS = 5;

  private static final char NEXT_LINE = '\u0085';

  private V0Titles() {}

  static String shown(@Nullable String title, ConversationId id) {
    return title == null || title.isBlank() || title.equals(PREFIX + id.hex())
        ? defaultOf(id)
        : title;
  }

  static String defaultOf(ConversationId id) {
    return PREFIX + id.hex().substring(0, DEFAULT_DIGITS);
  }

  /**
   * The title V1 is to store for one that V0 was given: V0 trims after it has checked the length.
   *
   * @param title the title as given
   * @return the title to store, or null for the default one
   */
  public static @Nullable String stored(String title) {
    int from = 0;
    int to = title.length();
    while (from < to && isBlank(title.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(title.charAt(to - 1))) {
      to--;
    }
    return from == to ? null : title.substring(from, to);
  }

  /** What Python trims; Java's own trimming leaves spaces that must not break. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
  }
}
