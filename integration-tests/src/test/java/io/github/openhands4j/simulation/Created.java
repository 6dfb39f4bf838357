package io.github.openhands4j.simulation;

/** What a simulation of an old program's creates must have seen to mean anything. */
enum Created {
  AT_ONCE,
  FOUND_BY_A_REPEAT,
  STARTED_ANEW,
  UNKNOWN,
  REFUSED,
  GIVEN_UP,
  INTERRUPTED,
  WAITED_FOR_ROOM
}
