package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * The V0 status of a conversation: the state of its runtime, not of its agent.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
@Deprecated(since = "0.1.0")
public record ConversationStatus(@JsonValue String value) implements OpenWord {

  /** The runtime is starting. */
  public static final ConversationStatus STARTING = new ConversationStatus("STARTING");

  /** The runtime is up. */
  public static final ConversationStatus RUNNING = new ConversationStatus("RUNNING");

  /** The runtime is stopped. */
  public static final ConversationStatus STOPPED = new ConversationStatus("STOPPED");

  /** The runtime is gone. */
  public static final ConversationStatus ARCHIVED = new ConversationStatus("ARCHIVED");

  /** The runtime or the start failed. */
  public static final ConversationStatus ERROR = new ConversationStatus("ERROR");

  private static final Set<ConversationStatus> KNOWN =
      Set.of(STARTING, RUNNING, STOPPED, ARCHIVED, ERROR);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ConversationStatus of(String value) {
    return new ConversationStatus(value);
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
