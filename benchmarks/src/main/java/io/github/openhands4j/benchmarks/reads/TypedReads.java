package io.github.openhands4j.benchmarks.reads;

import io.github.openhands4j.benchmarks.report.Goal;
import io.github.openhands4j.benchmarks.report.Sample;
import io.github.openhands4j.benchmarks.report.Surroundings;
import io.github.openhands4j.benchmarks.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads one conversation again and again in several ways, side by side: each round has a turn of
 * each way, in changing order, and what counts is the median of the ratios within a round. The
 * server is a process of its own.
 */
public final class TypedReads {

  private static final int ROUNDS = 120;
  private static final int WARM_UP = 40;
  private static final int READS = 250;

  /** The largest budget of requests is a thousand a second: a round with its rest stays below. */
  private static final Duration ROUND = Duration.ofMillis(300);

  private final Map<Contender, List<Double>> micros = new HashMap<>();

  private TypedReads() {}

  /**
   * Prints the comparison. Takes about a minute.
   *
   * @param arguments none
   * @throws Exception if a read fails
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("reads: " + Surroundings.line());
    System.out.println(ROUNDS + " rounds of " + READS + " reads each");
    try (ServerProcess server = new ServerProcess();
        Contenders all = new Contenders(server.url())) {
      Contender bare = all.bareJdk();
      Contender byHand = all.okHttpAndJackson();
      Contender thread = all.okHttpThreadAndJackson();
      Contender facade = all.facade();
      List<Contender> contenders = List.of(bare, byHand, thread, all.rawDoor(), facade);
      TypedReads reads = new TypedReads();
      reads.run(contenders);
      contenders.forEach(one -> reads.print(one, bare));
      long expected = (long) (ROUNDS + WARM_UP) * READS * contenders.size();
      System.out.printf(
          "the server counted %d requests (%d were made) on %d connections%n",
          server.counts().requests(), expected, server.counts().connections());
      System.out.println(
          new Goal("typed and guarded / bare java.net.http", 0.60)
              .line(reads.ratios(facade, bare).median()));
      System.out.println(
          new Goal("typed and guarded / OkHttp + Jackson by hand", 1.10)
              .line(reads.ratios(facade, byHand).median()));
      System.out.println(
          new Goal("typed and guarded / OkHttp's own thread + Jackson", 1.10)
              .line(reads.ratios(facade, thread).median()));
    }
  }

  private void run(List<Contender> contenders) throws Exception {
    List<Contender> order = new ArrayList<>(contenders);
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long end = System.nanoTime() + ROUND.toNanos();
      for (Contender contender : order) {
        double time = contender.microsOf(READS);
        if (round >= WARM_UP) {
          micros.computeIfAbsent(contender, one -> new ArrayList<>()).add(time);
        }
      }
      Collections.rotate(order, 1);
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private Sample ratios(Contender contender, Contender measure) {
    List<Double> ours = timesOf(contender);
    List<Double> theirs = timesOf(measure);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ours.get(round) / theirs.get(round));
    }
    return Sample.of(ratios);
  }

  private List<Double> timesOf(Contender contender) {
    return Objects.requireNonNull(micros.get(contender));
  }

  private void print(Contender contender, Contender measure) {
    Sample ratio = ratios(contender, measure);
    double[] interval = ratio.medianInterval();
    System.out.printf(
        Locale.ROOT,
        "%-48s median %7.1f us, ratio %.2f (%.2f to %.2f)%n",
        contender.name(),
        Sample.of(timesOf(contender)).median(),
        ratio.median(),
        interval[0],
        interval[1]);
  }
}
