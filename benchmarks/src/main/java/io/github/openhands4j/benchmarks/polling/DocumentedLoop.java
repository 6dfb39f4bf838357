package io.github.openhands4j.benchmarks.polling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The loop of the server's documentation, one for each job: asks at once, then every 5 seconds. */
final class DocumentedLoop implements Waiting {

  private static final long PERIOD = Duration.ofSeconds(5).toNanos();

  @Override
  public Run run(List<Job> jobs) {
    List<Long> polls = new ArrayList<>();
    List<Double> delays = new ArrayList<>();
    for (Job job : jobs) {
      long poll = job.startNanos();
      polls.add(poll);
      while (poll < job.readyNanos()) {
        poll += PERIOD;
        polls.add(poll);
      }
      delays.add((poll - job.readyNanos()) / 1e9);
    }
    polls.sort(null);
    return new Run(polls, delays);
  }
}
