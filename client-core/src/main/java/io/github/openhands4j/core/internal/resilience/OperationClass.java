package io.github.openhands4j.core.internal.resilience;

/** What a call does; with its failure it decides whether the call is sent again. */
public enum OperationClass {
  /** Reads only: repeated after anything that may pass by. */
  READ,
  /** Starts a job: repeated only when nothing was sent, or the rate limiter turned it away. */
  START,
  /** Sends a message to the agent: as a start. */
  MESSAGE,
  /** Any other write: as a start. */
  OTHER_WRITE
}
