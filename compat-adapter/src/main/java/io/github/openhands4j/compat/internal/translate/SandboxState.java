package io.github.openhands4j.compat.internal.translate;

/** Whether a sandbox is there for its agent, as far as it is known. */
public enum SandboxState {
  /** It runs, is coming up, or nothing is told. */
  UP,
  /**
   * It is paused, or goes on for others while the agent was stopped here, and no message of this
   * process is waking it.
   */
  ASLEEP,
  /** It reads as gone or broken, which may pass. */
  DOUBTFUL,
  /** It reads so for good. */
  GONE
}
