package io.github.openhands4j.simulation;

/** What a client would do wrong, so that it is seen to be noticed. */
enum Mistake {
  NONE,
  SENDS_AGAIN,
  LOSES_THE_FLAG,
  FORGETS_ATTEMPTS,
  TAKES_ITS_TIME,
  DENIES,
  BELIEVES,
  SHOWS_WHAT_THE_USER_WROTE,
  EXCEEDS_THE_LIMIT
}
