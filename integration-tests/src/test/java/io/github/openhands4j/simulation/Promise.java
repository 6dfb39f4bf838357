package io.github.openhands4j.simulation;

/**
 * What must hold in every schedule. Virtual time has no threads and no connections, so that a close
 * ends every wait with its handle and leaves none of them is proved elsewhere: {@code
 * EndingWaitsTest.closeEndsAllWaitsWithTheirHandlesAndLeavesNoThread}, {@code
 * EndsAtOnceTest.thoseOfAClosedClientEndAtOnce}, {@code
 * ProcessTest.manyCallsLeaveFewConnectionsAndNoThread}.
 */
enum Promise {
  /** Of all requests of one start, a server may have processed one at most. */
  SENT_ONCE,
  /** A start ends in one of the ways that are documented, and it ends. */
  ENDS,
  /** When the server has a start, its caller or the journal holds its id. */
  NEVER_LOST,
  /** Nothing takes longer than its limit. */
  IN_TIME,
  /** No span of a minute has more reads for waits than the budget. */
  WITHIN_BUDGET,
  /**
   * The failure that came first is kept as the cause, and with it what every attempt ended with.
   */
  CAUSE_KEPT,
  /** What was found of a start is of that start, and complete. */
  TRUE_ANSWER,
  /** Nothing that a program is given shows what its user wrote; keys are hunted elsewhere. */
  SECRET_KEPT,
  /** Who was interrupted still is when the call is over, and nobody else. */
  FLAG_KEPT,
  /** The same seed gives the same schedule. */
  REPEATABLE
}
