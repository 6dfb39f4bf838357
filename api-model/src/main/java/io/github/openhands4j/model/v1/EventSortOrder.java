package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * The order of a search for events.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record EventSortOrder(@JsonValue String value) implements OpenWord {

  /** Oldest first, the default. */
  public static final EventSortOrder TIMESTAMP = new EventSortOrder("TIMESTAMP");

  /** Newest first. */
  public static final EventSortOrder TIMESTAMP_DESC = new EventSortOrder("TIMESTAMP_DESC");

  private static final Set<EventSortOrder> KNOWN = Set.of(TIMESTAMP, TIMESTAMP_DESC);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EventSortOrder of(String value) {
    return new EventSortOrder(value);
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
