package io.github.openhands4j.v1;

import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * How a conversation's run ended.
 *
 * @param value the word
 */
public record Outcome(String value) implements OpenWord {

  /** The agent says it is done. */
  public static final Outcome FINISHED = new Outcome("FINISHED");

  /**
   * The run failed; a message goes on. The server says the same of a run that only a pause of its
   * sandbox interrupted, once that is resumed: a wait that saw the pause tells {@link #INTERRUPTED}
   * instead, a single reading cannot. Send a message to go on.
   */
  public static final Outcome FAILED = new Outcome("FAILED");

  /**
   * The sandbox was paused during the wait, and the server says {@code error} since it is back: so
   * it does when the pause interrupted the agent at work, which is no failure of the run. Send a
   * message to go on.
   */
  public static final Outcome INTERRUPTED = new Outcome("INTERRUPTED");

  /** The agent repeated itself and was stopped; a message goes on. */
  public static final Outcome STUCK = new Outcome("STUCK");

  /** The agent waits until its next action is confirmed or rejected. */
  public static final Outcome NEEDS_CONFIRMATION = new Outcome("NEEDS_CONFIRMATION");

  /** The sandbox broke or is gone; the conversation can only be read. */
  public static final Outcome SANDBOX_LOST = new Outcome("SANDBOX_LOST");

  /** It had not ended when the conversation was read, or the server did not say. */
  public static final Outcome NOT_ENDED = new Outcome("NOT_ENDED");

  private static final Set<Outcome> KNOWN =
      Set.of(FINISHED, FAILED, INTERRUPTED, STUCK, NEEDS_CONFIRMATION, SANDBOX_LOST, NOT_ENDED);

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
