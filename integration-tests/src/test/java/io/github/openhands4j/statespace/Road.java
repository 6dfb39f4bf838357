package io.github.openhands4j.statespace;

/**
 * What is on its way.
 *
 * @param requests requests of the process
 * @param copies requests that a proxy made of them
 * @param rows answers with a start task
 * @param errors answers that say nothing
 * @param refusals answers that say that nothing was done
 */
record Road(int requests, int copies, int rows, int errors, int refusals) {

  static final Road EMPTY = new Road(0, 0, 0, 0, 0);

  Road requests(int more) {
    return new Road(requests + more, copies, rows, errors, refusals);
  }

  Road copies(int more) {
    return new Road(requests, copies + more, rows, errors, refusals);
  }

  Road rows(int more) {
    return new Road(requests, copies, rows + more, errors, refusals);
  }

  Road errors(int more) {
    return new Road(requests, copies, rows, errors + more, refusals);
  }

  Road refusals(int more) {
    return new Road(requests, copies, rows, errors, refusals + more);
  }
}
