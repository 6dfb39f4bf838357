package io.github.openhands4j.realserver.twin;

/**
 * One field in which the answers to one step differ.
 *
 * @param step the scenario and the step
 * @param field where it stands in the answer, for example {@code returned.results[0].url}
 * @param v0 what V0 has there, as JSON
 * @param adapter what the adapter has there, as JSON
 */
record Difference(String step, String field, String v0, String adapter) {

  /** In the form of an entry of the file of reviewed differences. */
  @Override
  public String toString() {
    return step + "  " + field + "\n    V0:      " + v0 + "\n    adapter: " + adapter;
  }
}
