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
import java.util.function.ToDoubleFunction;

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

  private static final ToDoubleFunction<Contender.Turn> MICROS = Contender.Turn::micros;
  private static final ToDoubleFunction<Contender.Turn> BYTES = Contender.Turn::bytes;

  private final Map<Contender, List<Contender.Turn>> turns = new HashMap<>();

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
      Contender byHand = all.okHttpAndJackson();
      Contender jdk = all.jdkAndJackson();
      Contender feign = all.stockFeign();
      Contender generated = all.generatedFeign();
      Contender facade = all.facade();
      List<Contender> contenders =
          List.of(byHand, all.bareJdk(), jdk, feign, generated, all.rawDoor(), facade);
      TypedReads reads = new TypedReads();
      reads.run(contenders);
      contenders.forEach(one -> reads.print(one, byHand));
      long expected = (long) (ROUNDS + WARM_UP) * READS * contenders.size();
      System.out.printf(
          "the server counted %d requests (%d were made) on %d connections%n",
          server.counts().requests(), expected, server.counts().connections());
      reads.goal(
          "typed and guarded / OkHttp + Jackson by hand, time", 1.35, facade, byHand, MICROS);
      reads.goal("typed and guarded / java.net.http + Jackson, time", 0.60, facade, jdk, MICROS);
      reads.goal("typed and guarded / stock Feign, time", 0.95, facade, feign, MICROS);
      reads.goal("typed and guarded / stock Feign, bytes", 0.75, facade, feign, BYTES);
      reads.goal("typed and guarded / generated, time", 1, facade, generated, MICROS);
      reads.goal("typed and guarded / generated, bytes", 1, facade, generated, BYTES);
    }
  }

  private void run(List<Contender> contenders) throws Exception {
    List<Contender> order = new ArrayList<>(contenders);
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long end = System.nanoTime() + ROUND.toNanos();
      for (Contender contender : order) {
        Contender.Turn turn = contender.turn(READS);
        if (round >= WARM_UP) {
          turns.computeIfAbsent(contender, one -> new ArrayList<>()).add(turn);
        }
      }
      Collections.rotate(order, 1);
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private void goal(
      String what,
      double most,
      Contender one,
      Contender measure,
      ToDoubleFunction<Contender.Turn> unit) {
    System.out.println(new Goal(what, most).line(ratios(one, measure, unit).median()));
  }

  private Sample ratios(Contender one, Contender measure, ToDoubleFunction<Contender.Turn> unit) {
    List<Contender.Turn> ours = turnsOf(one);
    List<Contender.Turn> theirs = turnsOf(measure);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(unit.applyAsDouble(ours.get(round)) / unit.applyAsDouble(theirs.get(round)));
    }
    return Sample.of(ratios);
  }

  private List<Contender.Turn> turnsOf(Contender contender) {
    return Objects.requireNonNull(turns.get(contender));
  }

  private double median(Contender contender, ToDoubleFunction<Contender.Turn> unit) {
    return Sample.of(turnsOf(contender).stream().map(unit::applyAsDouble).toList()).median();
  }

  private void print(Contender contender, Contender measure) {
    Sample ratio = ratios(contender, measure, MICROS);
    double[] interval = ratio.medianInterval();
    System.out.printf(
        Locale.ROOT,
        "%-48s median %7.1f us, ratio %.2f (%.2f to %.2f); %7.0f bytes, ratio %.2f%n",
        contender.name(),
        median(contender, MICROS),
        ratio.median(),
        interval[0],
        interval[1],
        median(contender, BYTES),
        ratios(contender, measure, BYTES).median());
  }
}
