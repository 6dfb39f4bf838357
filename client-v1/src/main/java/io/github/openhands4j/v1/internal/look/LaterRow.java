package io.github.openhands4j.v1.internal.look;

import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of two rows of one thing, the one that the server changed last; the second if it does not say.
 */
public final class LaterRow {

  private LaterRow() {}

  /**
   * Of two start tasks.
   *
   * @param first one
   * @param second another of the same id
   * @return the later
   */
  public static AppConversationStartTask of(
      AppConversationStartTask first, AppConversationStartTask second) {
    return isLater(first.updatedAt(), second.updatedAt()) ? first : second;
  }

  /**
   * Of two conversations.
   *
   * @param first one
   * @param second another of the same id
   * @return the later
   */
  public static AppConversation of(AppConversation first, AppConversation second) {
    return isLater(first.updatedAt(), second.updatedAt()) ? first : second;
  }

  private static boolean isLater(@Nullable Instant first, @Nullable Instant second) {
    return first != null && (second == null || first.isAfter(second));
  }
}
