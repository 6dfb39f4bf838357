package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * The order of a start-task search.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record AppConversationStartTaskSortOrder(@JsonValue String value) implements OpenWord {

  /** Oldest first. */
  public static final AppConversationStartTaskSortOrder CREATED_AT =
      new AppConversationStartTaskSortOrder("CREATED_AT");

  /** Newest first, the default. */
  public static final AppConversationStartTaskSortOrder CREATED_AT_DESC =
      new AppConversationStartTaskSortOrder("CREATED_AT_DESC");

  /** Least recently changed first. */
  public static final AppConversationStartTaskSortOrder UPDATED_AT =
      new AppConversationStartTaskSortOrder("UPDATED_AT");

  /** Most recently changed first. */
  public static final AppConversationStartTaskSortOrder UPDATED_AT_DESC =
      new AppConversationStartTaskSortOrder("UPDATED_AT_DESC");

  private static final Set<AppConversationStartTaskSortOrder> KNOWN =
      Set.of(CREATED_AT, CREATED_AT_DESC, UPDATED_AT, UPDATED_AT_DESC);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static AppConversationStartTaskSortOrder of(String value) {
    return new AppConversationStartTaskSortOrder(value);
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
