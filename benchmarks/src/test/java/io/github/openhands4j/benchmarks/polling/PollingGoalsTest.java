package io.github.openhands4j.benchmarks.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The goals hold, and the model they are measured on counts right. */
class PollingGoalsTest {

  private static final int SEEDS = 100;

  private static Job job(double start, double ready) {
    return new Job(Math.round(start * 1e9), Math.round(ready * 1e9));
  }

  @Test
  void fiftyStartsTakeFewPollsAndAreNoticedSoon() {
    Summary shared =
        Summary.of(new SharedPoller(PollingComparison.BUDGET), SEEDS, seed -> Job.spread(50, seed));
    Summary loops = Summary.of(new DocumentedLoop(), SEEDS, seed -> Job.spread(50, seed));

    assertThat(shared.pollsPerStart()).isLessThanOrEqualTo(2.5);
    assertThat(shared.delays().mean()).isLessThanOrEqualTo(0.6);
    assertThat(shared.mostInAMinute()).isLessThanOrEqualTo(60);
    assertThat(shared.pollsPerStart() / loops.pollsPerStart()).isLessThanOrEqualTo(1.0 / 3);
    assertThat(shared.delays().mean() / loops.delays().mean()).isLessThanOrEqualTo(0.25);
  }

  @Test
  void singleStartIsNoticedSoonForItsLength() {
    for (PollingComparison.Single single : PollingComparison.SINGLES) {
      Summary shared =
          Summary.of(
              new SharedPoller(PollingComparison.BUDGET),
              SEEDS,
              seed -> Job.single(single.seconds(), seed));

      assertThat(shared.delays().mean() / single.seconds() * 100)
          .as("mean delay of a start of %s s, in percent", single.seconds())
          .isLessThanOrEqualTo(single.goal());
      assertThat(shared.mostInARun()).isLessThanOrEqualTo(50);
    }
  }

  @Test
  void documentedLoopAsksAtOnceAndEveryFiveSeconds() {
    Run run = new DocumentedLoop().run(List.of(job(0, 7), job(1, 4)));

    assertThat(run.polls()).containsExactly(0L, seconds(1), seconds(5), seconds(6), seconds(10));
    assertThat(run.delays()).containsExactly(3.0, 2.0);
  }

  @Test
  void sharedPollerNoticesEveryJobOnce() {
    List<Job> jobs = Job.spread(300, 7);
    Run run = new SharedPoller(600).run(jobs);

    assertThat(run.delays()).hasSize(300).allMatch(delay -> delay >= 0 && delay <= 6);
    assertThat(run.polls()).isSorted();
  }

  @Test
  void busiestMinuteCountsAnySpanOfAMinute() {
    Run run =
        new Run(List.of(0L, seconds(30), seconds(59), seconds(60), seconds(89)), List.of(0.0));

    assertThat(run.mostInAMinute()).isEqualTo(4);
    assertThat(run.pollsPerStart()).isCloseTo(5, within(1e-9));
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
