package io.github.openhands4j.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Many schedules on all processors, in constant memory; ends at the first that breaks a promise.
 */
final class Campaign {

  private static final long STEP = 0x9e3779b97f4a7c15L;

  /** One of so many schedules is run twice and must happen the same. */
  private static final int REPEATED = 20;

  /** A schedule that broke a promise. */
  record Failure(long seed, RuntimeException failure) {}

  private final long baseSeed;
  private final long schedules;
  private final Protocol protocol;
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  Campaign(long baseSeed, long schedules, Protocol protocol) {
    this.baseSeed = baseSeed;
    this.schedules = schedules;
    this.protocol = protocol;
  }

  long seed(long number) {
    long mixed = (baseSeed + number) * STEP;
    return mixed ^ (mixed >>> 32);
  }

  /** The first schedule found that broke a promise, or null. */
  @Nullable Failure failure() {
    return failure.get();
  }

  /** Runs them; gives what all of them saw. */
  Tally run() throws InterruptedException, ExecutionException {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Tally>> shares = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        shares.add(this::share);
      }
      Tally all = new Tally();
      for (Future<Tally> share : pool.invokeAll(shares)) {
        all.addAll(share.get());
      }
      return all;
    } finally {
      pool.shutdownNow();
    }
  }

  private Tally share() {
    Tally all = new Tally();
    long number = next.getAndIncrement();
    while (number < schedules && failure.get() == null) {
      long seed = seed(number);
      try {
        all.addAll(one(seed, number % REPEATED == 0));
      } catch (RuntimeException broken) {
        failure.compareAndSet(null, new Failure(seed, broken));
      }
      number = next.getAndIncrement();
    }
    return all;
  }

  private Tally one(long seed, boolean twice) {
    Schedule.Result result = Schedule.run(seed, protocol, new Trace(false));
    if (twice && Schedule.run(seed, protocol, new Trace(false)).digest() != result.digest()) {
      throw new BrokenPromiseException(Promise.REPEATABLE, "a second run happened otherwise");
    }
    return result.tally();
  }
}
