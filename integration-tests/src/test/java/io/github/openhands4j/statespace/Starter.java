package io.github.openhands4j.statespace;

import io.github.openhands4j.v1.internal.start.StartState;

/**
 * A process that makes a start or resolves it.
 *
 * @param alive whether it runs
 * @param state the state of the protocol
 * @param doing what it is about to do
 * @param attempts how often it tried to send
 */
record Starter(boolean alive, StartState state, Doing doing, int attempts) {

  Starter doing(Doing next) {
    return new Starter(alive, state, next, attempts);
  }

  Starter triedOnceMore() {
    return new Starter(alive, state, doing, attempts + 1);
  }
}
