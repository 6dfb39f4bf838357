package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * What the agent of a conversation is doing.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record ConversationExecutionStatus(@JsonValue String value) implements OpenWord {

  /** Ready, nothing run yet or a proposed action was rejected. */
  public static final ConversationExecutionStatus IDLE = new ConversationExecutionStatus("idle");

  /** Working. */
  public static final ConversationExecutionStatus RUNNING =
      new ConversationExecutionStatus("running");

  /** Paused or interrupted; a message or a run goes on. */
  public static final ConversationExecutionStatus PAUSED =
      new ConversationExecutionStatus("paused");

  /** Waits until somebody confirms or rejects its next action. */
  public static final ConversationExecutionStatus WAITING_FOR_CONFIRMATION =
      new ConversationExecutionStatus("waiting_for_confirmation");

  /** Done with the current task; takes further messages. */
  public static final ConversationExecutionStatus FINISHED =
      new ConversationExecutionStatus("finished");

  /** The run failed; takes further messages. */
  public static final ConversationExecutionStatus ERROR = new ConversationExecutionStatus("error");

  /** The agent repeats itself and was stopped; takes further messages. */
  public static final ConversationExecutionStatus STUCK = new ConversationExecutionStatus("stuck");

  /** Being deleted; no further use. */
  public static final ConversationExecutionStatus DELETING =
      new ConversationExecutionStatus("deleting");

  private static final Set<ConversationExecutionStatus> KNOWN =
      Set.of(IDLE, RUNNING, PAUSED, WAITING_FOR_CONFIRMATION, FINISHED, ERROR, STUCK, DELETING);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ConversationExecutionStatus of(String value) {
    return new ConversationExecutionStatus(value);
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
