package io.github.openhands4j.simulator;

/** The five words a sandbox can carry. */
public enum SandboxStatus {
  /** Booting, also after a resume. */
  STARTING,
  /** Usable: only now URLs and a session key are shown. */
  RUNNING,
  /** Paused; has to be resumed by a call. */
  PAUSED,
  /** Broken. */
  ERROR,
  /** Gone, or the server could not ask: terminal only when it persists. */
  MISSING
}
