package io.github.openhands4j.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One station of a run.
 *
 * @param execution the {@code execution_status} shown, null for "not known yet"
 * @param sandbox what becomes of the sandbox when the station is reached, or null
 * @param sandboxReads after how many reads the sandbox runs again; 0 for never
 * @param error the error reported in the events when the station is reached, or null
 * @param doing what the agent does when the station is reached, or null
 * @param quiet true when the station leaves no event but those of what the agent does
 * @param wordless true when a finished agent has said its last words before
 */
record RunStep(
    @Nullable String execution,
    @Nullable SandboxStatus sandbox,
    int sandboxReads,
    @Nullable RunError error,
    @Nullable AgentStep doing,
    boolean quiet,
    boolean wordless) {

  /** What the agent reports about a failed run. */
  record RunError(String code, String detail) {}

  /** A station that only shows a status. */
  static RunStep of(@Nullable String execution) {
    return new RunStep(execution, null, 0, null, null, false, false);
  }

  /** The running station at which something happens to the sandbox. */
  static RunStep sandbox(SandboxStatus status, int readsUntilBack) {
    return new RunStep("running", status, readsUntilBack, null, null, false, false);
  }

  /** A failed run. */
  static RunStep failed(String code, String detail) {
    return new RunStep("error", null, 0, new RunError(code, detail), null, false, false);
  }

  /** The running station at which the agent does something. */
  static RunStep doing(AgentStep step) {
    return new RunStep("running", null, 0, null, step, true, false);
  }

  /** A status that the agent reaches by doing something. */
  static RunStep by(AgentStep step, String execution) {
    return new RunStep(execution, null, 0, null, step, false, false);
  }

  /** True when it shows that the agent runs. */
  boolean isRunning() {
    return "running".equals(execution);
  }

  /** The same without the last words of a finished agent. */
  RunStep afterLastWords() {
    return new RunStep(execution, sandbox, sandboxReads, error, doing, quiet, true);
  }
}
