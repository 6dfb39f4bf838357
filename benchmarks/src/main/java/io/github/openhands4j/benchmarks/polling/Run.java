package io.github.openhands4j.benchmarks.polling;

import java.time.Duration;
import java.util.List;

/**
 * How the jobs of one run were waited for.
 *
 * @param polls when the server was asked, in order, in nanoseconds of virtual time
 * @param delays from READY to being noticed, one a job, in seconds
 */
record Run(List<Long> polls, List<Double> delays) {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** The most polls in any span of a minute. */
  int mostInAMinute() {
    int most = 0;
    int from = 0;
    for (int to = 0; to < polls.size(); to++) {
      while (polls.get(to) - polls.get(from) >= MINUTE) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  double pollsPerStart() {
    return (double) polls.size() / delays.size();
  }
}
