package io.github.openhands4j.compat.internal.numbers;

/** What an entry of the log of a conversation is. */
public enum Role {
  /** The state before the first event; V1 has no event for it. */
  LOADING(true),
  /** The model in use from here on; its note is the name. */
  MODEL(false),
  /** An event that tells costs. */
  STATS(false),
  /** A change of the agent's state; its note is the state. */
  STATE(true),
  /** An event that tells the state the agent was in already. */
  REPEATED(false),
  /**
   * A state that V1 stored no event for; its note is the state, and the reason on further lines.
   */
  MADE_STATE(true),
  /** A message of the user. */
  USER_MESSAGE(true),
  /** An action; its link is the {@link Entry#linkOf} of its tool call. */
  ACTION(true),
  /** An answer; its link is the position of the action, or {@link Entry#NO_LINK}. */
  ANSWER(true),
  /**
   * The content of an event that the app server does not have; its note is the packed event, its
   * part {@link Entry#CONTENT}.
   */
  KEPT(false),
  /** Anything else with a number. */
  OTHER(true);

  private final boolean numbered;

  Role(boolean numbered) {
    this.numbered = numbered;
  }

  /**
   * Whether it is a V0 event.
   *
   * @return false for what is only remembered
   */
  public boolean isNumbered() {
    return numbered;
  }

  /** Whether a V1 event stands for it. */
  boolean isEvent() {
    return this != LOADING && this != MODEL && this != MADE_STATE && this != KEPT;
  }

  boolean isState() {
    return this == LOADING || this == STATE || this == MADE_STATE;
  }
}
