package io.github.openhands4j.simulator;

import org.jspecify.annotations.Nullable;

/** What was decided about a start when it was taken. Only the collision is decided later. */
final class StartPlan {

  /** How the start relates to what is there. */
  enum Kind {
    /** A conversation of its own. */
    FRESH,
    /** The id lives in the very sandbox that was named: the record is overwritten. */
    OVERWRITE,
    /** The id lives in a sandbox and none was named: a second agent server does harm. */
    SECOND_SERVER
  }

  private final Kind kind;
  private final String conversationId;
  private final Outcome outcome;
  private boolean collided;

  /**
   * A plan.
   *
   * @param conversationId the conversation's id in hex, chosen by the client or the server
   */
  StartPlan(Kind kind, String conversationId, Outcome outcome) {
    this.kind = kind;
    this.conversationId = conversationId;
    this.outcome = outcome;
  }

  /** How the start relates to what is there. */
  Kind kind() {
    return kind;
  }

  /** The id the conversation has, or would have, in hex. */
  String conversationId() {
    return conversationId;
  }

  /** What the test wants to become of it. */
  Outcome outcome() {
    return outcome;
  }

  /** Another start with the same id came while this one was under way: both fail. */
  void collide() {
    collided = true;
  }

  /** True when another start with the same id got in the way. */
  boolean isCollided() {
    return collided;
  }

  /** The detail of an ERROR that follows READY, or null. */
  @Nullable String errorAfterReady() {
    return outcome.errorAfterReady();
  }
}
