package io.github.openhands4j.simulation;

/** What a simulation of messages must have seen to mean anything. */
enum Heard {
  ACKNOWLEDGED,
  FOUND,
  UNKNOWN,
  REFUSED,
  NOT_SENT,
  SENT_AGAIN_AFTER_A_REFUSAL,
  REPEATED_BY_A_PROXY,
  INTERRUPTED,
  EQUAL_TEXTS
}
