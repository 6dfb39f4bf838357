package io.github.openhands4j.v1.internal.poll;

/** What a wait waits for. */
public enum Goal {
  /** The conversation exists. */
  READY,
  /** The run has ended. */
  FINISHED
}
