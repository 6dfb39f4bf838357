package io.github.openhands4j.benchmarks.polling;

import io.github.openhands4j.benchmarks.report.Sample;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Many runs of one way to wait, seed by seed.
 *
 * @param pollsPerStart the mean over all runs
 * @param delays all delays, in seconds
 * @param mostInAMinute the most polls in any minute of any run
 * @param mostInARun the most polls of a run
 */
record Summary(double pollsPerStart, Sample delays, int mostInAMinute, int mostInARun) {

  /** Runs with the seeds from 1 on. */
  static Summary of(Waiting waiting, int seeds, LongFunction<List<Job>> jobs) {
    List<Run> runs =
        LongStream.rangeClosed(1, seeds).mapToObj(seed -> waiting.run(jobs.apply(seed))).toList();
    return new Summary(
        runs.stream().mapToDouble(Run::pollsPerStart).average().orElseThrow(),
        Sample.of(runs.stream().flatMap(run -> run.delays().stream()).toList()),
        runs.stream().mapToInt(Run::mostInAMinute).max().orElseThrow(),
        runs.stream().mapToInt(run -> run.polls().size()).max().orElseThrow());
  }

  /** One line: polls, mean and 99th percentile of the delay, the busiest minute. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%6.2f polls a start, delay %6.3f s (p99 %6.3f s), at most %4d polls in a minute",
        pollsPerStart,
        delays.mean(),
        delays.quantile(0.99),
        mostInAMinute);
  }
}
