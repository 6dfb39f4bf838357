package io.github.openhands4j.simulator;

/** How old an agent server is, as far as its routes show it. */
public enum AgentServerAge {
  /** Files and git by a path in the path only; no interrupt, no archive. */
  PATH_STYLE,

  /** Files and git by both styles; no interrupt, no archive. */
  BOTH_STYLES,

  /** Files and git by query only; interrupt and archive are there. */
  CURRENT
}
