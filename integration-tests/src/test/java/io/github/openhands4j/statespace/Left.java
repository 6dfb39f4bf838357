package io.github.openhands4j.statespace;

/**
 * What may still go wrong.
 *
 * @param losses requests, answers and reads that may get lost or garbled
 * @param repeats requests that a proxy may repeat
 * @param crashes crashes of a process or of the server
 */
record Left(int losses, int repeats, int crashes) {

  Left lessLosses() {
    return new Left(losses - 1, repeats, crashes);
  }

  Left lessRepeats() {
    return new Left(losses, repeats - 1, crashes);
  }

  Left lessCrashes() {
    return new Left(losses, repeats, crashes - 1);
  }
}
