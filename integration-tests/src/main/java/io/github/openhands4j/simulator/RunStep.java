package io.github.openhands4j.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One station of a run.
 *
 * @param execution the {@code execution_status} shown, null for "not known yet"
 * @param sandbox what becomes of the sandbox when the station is reached, or null
 * @param sandboxReads after how many reads the sandbox runs again; 0 for never
 * @param error the error reported in the events when the station is reached, or null
 */
record RunStep(
    @Nullable String execution,
    @Nullable SandboxStatus sandbox,
    int sandboxReads,
    @Nullable RunError error) {

  /** What the agent reports about a failed run. */
  record RunError(String code, String detail) {}

  /** A station that only shows a status. */
  static RunStep of(@Nullable String execution) {
    return new RunStep(execution, null, 0, null);
  }

  /** The running station at which something happens to the sandbox. */
  static RunStep sandbox(SandboxStatus status, int readsUntilBack) {
    return new RunStep("running", status, readsUntilBack, null);
  }

  /** A failed run. */
  static RunStep failed(String code, String detail) {
    return new RunStep("error", null, 0, new RunError(code, detail));
  }
}
