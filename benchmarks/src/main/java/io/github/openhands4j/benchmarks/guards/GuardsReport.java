package io.github.openhands4j.benchmarks.guards;

import io.github.openhands4j.benchmarks.report.Goal;
import io.github.openhands4j.benchmarks.report.Surroundings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package in fresh JVMs and prints what the guards add. */
public final class GuardsReport {

  private static final int FORKS = 3;
  private static final int ROUNDS = 5;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Map<String, Result<?>> nanos = new HashMap<>();
  private final Map<String, Result<?>> bytes = new HashMap<>();

  private GuardsReport() {}

  /**
   * Runs the benchmarks, which takes about five minutes.
   *
   * @param arguments none
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments) throws RunnerException {
    System.out.println("guards: " + Surroundings.line());
    GuardsReport report = new GuardsReport();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include(GuardsReport.class.getPackageName() + ".")
                    .forks(FORKS)
                    .warmupIterations(ROUNDS)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(ROUNDS)
                    .measurementTime(TimeValue.seconds(3))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .build())
            .run()) {
      report.add(result);
    }
    report.print();
  }

  private void add(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    String name = benchmark.substring(GuardsReport.class.getPackageName().length() + 1);
    nanos.put(name, result.getPrimaryResult());
    result
        .getSecondaryResults()
        .forEach(
            (key, value) -> {
              if (key.endsWith(ALLOCATED)) {
                bytes.put(name, value);
              }
            });
  }

  private void print() {
    System.out.println();
    added("GuardedCall.with", "GuardedCall.without", "guards alone");
    beside("typed call with guards / without", "TypedCall.guarded", "TypedCall.decoded");
    beside("typed call with guards / stock Feign", "TypedCall.guarded", "TypedCall.stock");
  }

  /** Two whole calls: what the guards add is far below the spread of their times. */
  private void beside(String what, String one, String other) {
    System.out.printf(
        Locale.ROOT,
        "%s: time %.2f (%.1f us +- %.1f, %.1f us +- %.1f), bytes %.2f (%.0f, %.0f)%n",
        what,
        score(nanos, one) / score(nanos, other),
        score(nanos, one) / 1e3,
        error(one) / 1e3,
        score(nanos, other) / 1e3,
        error(other) / 1e3,
        score(bytes, one) / score(bytes, other),
        score(bytes, one),
        score(bytes, other));
  }

  private double error(String name) {
    return Objects.requireNonNull(nanos.get(name), name).getScoreError();
  }

  private void added(String with, String without, String what) {
    System.out.println(
        new Goal(what + ", added us", 1).line((score(nanos, with) - score(nanos, without)) / 1e3));
    System.out.println(
        new Goal(what + ", added bytes", 512).line(score(bytes, with) - score(bytes, without)));
  }

  private static double score(Map<String, Result<?>> results, String name) {
    return Objects.requireNonNull(results.get(name), name).getScore();
  }
}
