package io.github.openhands4j.statespace;

/**
 * What may still go wrong.
 *
 * @param losses requests, answers and reads that may get lost or garbled
 * @param repeats requests that a proxy may repeat
 * @param crashes crashes of a process or of the server
 * @param lies whether a proxy may say that a request was refused when its copy was
 */
record Left(int losses, int repeats, int crashes, boolean lies) {

  Left lessLosses() {
    return new Left(losses - 1, repeats, crashes, lies);
  }

  Left lessRepeats() {
    return new Left(losses, repeats - 1, crashes, lies);
  }

  Left lessCrashes() {
    return new Left(losses, repeats, crashes - 1, lies);
  }
}
