package io.github.openhands4j.simulator.v0;

/**
 * What the agent of a conversation does about a message. Immutable.
 *
 * @param end how it ends
 * @param text what the agent says at the end, or why it failed
 */
public record V0Run(End end, String text) {

  /** How a run ends. */
  public enum End {
    /** It does not: the agent is at work. */
    NONE,
    /** With the finish tool. */
    FINISHED,
    /** With a plain text: the agent waits for the user. */
    ANSWERED,
    /** With an error. */
    FAILED
  }

  /**
   * The agent begins and stays at work.
   *
   * @return the run
   */
  public static V0Run runsOn() {
    return new V0Run(End.NONE, "");
  }

  /**
   * The agent runs one command and finishes.
   *
   * @param finalThought what it reports
   * @return the run
   */
  public static V0Run finishes(String finalThought) {
    return new V0Run(End.FINISHED, finalThought);
  }

  /**
   * The agent answers and waits.
   *
   * @param text the answer
   * @return the run
   */
  public static V0Run answers(String text) {
    return new V0Run(End.ANSWERED, text);
  }

  /**
   * The agent fails.
   *
   * @param reason the reason in the event, for example {@code STATUS$ERROR_LLM_AUTHENTICATION}
   * @return the run
   */
  public static V0Run fails(String reason) {
    return new V0Run(End.FAILED, reason);
  }
}
