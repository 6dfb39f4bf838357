package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Many schedules of single clients on all processors; ends at the first that breaks a promise.
 *
 * @param <K> what they count
 */
final class ClientCampaign<K extends Enum<K>> {

  /** One of so many schedules is run twice and must happen the same. */
  private static final int REPEATED = 20;

  /** A schedule that broke a promise. */
  record Failure(long seed, RuntimeException failure) {}

  private final LongFunction<Map<K, Long>> schedule;
  private final Map<K, Long> seen = new TreeMap<>();
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  ClientCampaign(LongFunction<Map<K, Long>> schedule) {
    this.schedule = schedule;
  }

  /** Runs the schedules of so many seeds. */
  ClientCampaign<K> run(long base, long schedules) {
    LongStream.range(base, base + schedules).parallel().forEach(this::one);
    return this;
  }

  private void one(long seed) {
    if (failure.get() != null) {
      return;
    }
    try {
      Map<K, Long> counts = schedule.apply(seed);
      if (seed % REPEATED == 0 && !schedule.apply(seed).equals(counts)) {
        throw new BrokenPromiseException(Promise.REPEATABLE, "a second run happened otherwise");
      }
      add(counts);
    } catch (RuntimeException broken) {
      failure.compareAndSet(null, new Failure(seed, broken));
    }
  }

  private synchronized void add(Map<K, Long> counts) {
    counts.forEach((kind, count) -> seen.merge(kind, count, Long::sum));
  }

  /** A schedule that broke a promise, or null. */
  @Nullable Failure failure() {
    return failure.get();
  }

  /** Throws what a schedule broke; else tells what was seen, which must be each thing often. */
  void requireUnbroken(String kind, long base, long schedules, K[] all) {
    Failure broken = failure.get();
    if (broken != null) {
      throw new AssertionError(
          kind
              + ", seed "
              + broken.seed()
              + ": "
              + broken.failure()
              + "\nKeep the seed in integration-tests/src/test/resources/simulation-seeds.txt.",
          broken.failure());
    }
    System.out.println(
        "simulation: " + schedules + " schedules of " + kind + " from seed " + base + ", " + seen);
    for (K one : all) {
      assertThat(seen.getOrDefault(one, 0L)).as("how often: %s", one).isGreaterThan(10);
    }
  }
}
