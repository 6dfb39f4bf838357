package io.github.openhands4j.simulation;

/**
 * A start request on the road.
 *
 * @param job the start
 * @param copied whether a proxy made it, and not the client
 */
record Post(Job job, boolean copied) {

  Post copy() {
    return new Post(job, true);
  }
}
