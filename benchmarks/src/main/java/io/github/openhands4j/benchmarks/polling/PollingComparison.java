package io.github.openhands4j.benchmarks.polling;

import io.github.openhands4j.benchmarks.report.Goal;
import io.github.openhands4j.benchmarks.report.Surroundings;
import java.util.Locale;

/**
 * Counts the polls and the delays of the shared poller and of one documented loop per job, on the
 * same jobs. Virtual time: no thread, no clock, the same numbers on every machine.
 */
public final class PollingComparison {

  static final int BUDGET = 60;
  static final int SEEDS = 400;

  private static final double MOST_POLLS_OF_A_START = 50;

  /**
   * A single start and how late it may be noticed.
   *
   * @param seconds how long it takes
   * @param goal the mean delay as a share of that, in percent
   */
  record Single(double seconds, double goal) {}

  static final Single[] SINGLES = {new Single(2, 15), new Single(20, 6), new Single(120, 2.5)};

  private PollingComparison() {}

  /**
   * Prints the comparison.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    System.out.println("polling: " + Surroundings.line());
    System.out.println("seeds 1 to " + SEEDS + ", budget " + BUDGET + " polls a minute");
    many();
    for (Single single : SINGLES) {
      one(single);
    }
  }

  private static void many() {
    for (int jobs : new int[] {1, 8, 50, 200}) {
      System.out.printf("%n%d starts within 60 s, READY after 5 to 60 s%n", jobs);
      Summary loops = Summary.of(new DocumentedLoop(), SEEDS, seed -> Job.spread(jobs, seed));
      Summary shared = Summary.of(new SharedPoller(BUDGET), SEEDS, seed -> Job.spread(jobs, seed));
      System.out.println("a loop of 5 s each  " + loops.line());
      System.out.println("the shared poller   " + shared.line());
      if (jobs == 50) {
        System.out.println(new Goal("polls a start", 2.5).line(shared.pollsPerStart()));
        System.out.println(new Goal("mean delay, s", 0.6).line(shared.delays().mean()));
        System.out.println(
            new Goal("most polls in any minute", BUDGET).line(shared.mostInAMinute()));
        System.out.println(
            new Goal("polls / polls of the loops", 1.0 / 3)
                .line(shared.pollsPerStart() / loops.pollsPerStart()));
        System.out.println(
            new Goal("mean delay / mean delay of the loops", 0.25)
                .line(shared.delays().mean() / loops.delays().mean()));
      }
    }
  }

  private static void one(Single single) {
    System.out.printf(
        Locale.ROOT, "%nA single start of %.0f s, a fifth more or less%n", single.seconds());
    Summary loop =
        Summary.of(new DocumentedLoop(), SEEDS, seed -> Job.single(single.seconds(), seed));
    Summary shared =
        Summary.of(new SharedPoller(BUDGET), SEEDS, seed -> Job.single(single.seconds(), seed));
    System.out.println("a loop of 5 s       " + loop.line());
    System.out.println("the shared poller   " + shared.line());
    System.out.println(
        new Goal("mean delay, % of the start", single.goal())
            .line(shared.delays().mean() / single.seconds() * 100));
    System.out.println(
        new Goal("most polls of a start", MOST_POLLS_OF_A_START).line(shared.mostInARun()));
  }
}
