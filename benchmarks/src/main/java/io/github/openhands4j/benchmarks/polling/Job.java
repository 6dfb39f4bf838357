package io.github.openhands4j.benchmarks.polling;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A start in virtual time.
 *
 * @param startNanos when it is made
 * @param readyNanos when the server has it READY
 */
record Job(long startNanos, long readyNanos) {

  private static final double NANOS = 1e9;

  /** One start that takes about so long: up to a fifth more or less. */
  static List<Job> single(double seconds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return List.of(new Job(0, Math.round(seconds * NANOS * random.nextDouble(0.8, 1.2))));
  }

  /** Starts that are made within a minute, each READY after 5 to 60 seconds, in their order. */
  static List<Job> spread(int jobs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, jobs)
        .mapToObj(
            job -> {
              long start = Math.round(random.nextDouble(0, 60) * NANOS);
              return new Job(start, start + Math.round(random.nextDouble(5, 60) * NANOS));
            })
        .sorted((a, b) -> Long.compare(a.startNanos(), b.startNanos()))
        .toList();
  }
}
