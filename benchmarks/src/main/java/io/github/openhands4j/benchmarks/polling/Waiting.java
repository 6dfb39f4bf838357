package io.github.openhands4j.benchmarks.polling;

import java.util.List;

/** A way to wait for starts until all are READY. */
@FunctionalInterface
interface Waiting {

  /**
   * Waits in virtual time. A poll takes no time.
   *
   * @param jobs what is waited for, in the order of their starts
   * @return what it took
   */
  Run run(List<Job> jobs);
}
