package io.github.openhands4j.realserver.twin;

/** What an agent is doing, in the words of both servers. */
enum AgentState {
  /** It was never given anything to do. */
  IDLE("idle", "RUNNING", "awaiting_user_input"),

  /** It works. */
  WORKING("running", "RUNNING", "running"),

  /** It answered, with its last tool or in plain text. */
  DONE("finished", "STOPPED", "finished|awaiting_user_input"),

  /** Its model failed. */
  FAILED("error", "ERROR", "error");

  private final String v1;
  private final String adapterStatus;
  private final String v0;

  AgentState(String v1, String adapterStatus, String v0) {
    this.v1 = v1;
    this.adapterStatus = adapterStatus;
    this.v0 = v0;
  }

  /** The status of a V1 conversation then. */
  String v1() {
    return v1;
  }

  /** The status that the adapter shows then. */
  String adapterStatus() {
    return adapterStatus;
  }

  /** Whether V0's events name such an agent state then. */
  boolean isV0(String agentState) {
    return agentState.matches(v0);
  }
}
