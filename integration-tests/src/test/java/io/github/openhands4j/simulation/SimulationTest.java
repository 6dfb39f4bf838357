package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random schedules of many starts. System properties: {@code openhands.simulation.schedules} (how
 * many), {@code openhands.simulation.seed} (where they begin), {@code openhands.simulation.seconds}
 * (how long they may take), {@code openhands.simulation.only} (the seed of one schedule, which is
 * run alone and tells what happens in it).
 */
class SimulationTest {

  private static final long FIXED_SEED = 20_260_101L;
  private static final long FEW = 10_000;

  @Test
  void noScheduleStartsTwiceOrLosesAStart() throws Exception {
    if (Long.getLong("openhands.simulation.only") != null) {
      return;
    }
    long base = Long.getLong("openhands.simulation.seed", FIXED_SEED);
    long schedules = Long.getLong("openhands.simulation.schedules", FEW);
    say("simulation: base seed " + base);
    Campaign campaign = new Campaign(base, schedules, Protocol.ofTheProduct());

    long began = System.nanoTime();
    Tally seen = campaign.run();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);

    Campaign.Failure failure = campaign.failure();
    say("simulation: " + seen);
    say(lastLine(seconds, schedules, failure));
    if (failure != null) {
      fail(report(failure.seed(), failure.failure()), failure.failure());
    }
    assertThat(seconds)
        .as("seconds of %s schedules", schedules)
        .isLessThanOrEqualTo(Long.getLong("openhands.simulation.seconds", Long.MAX_VALUE));
    if (schedules >= FEW) {
      for (Seen kind : Seen.values()) {
        assertThat(seen.of(kind)).as("how often: %s", kind).isGreaterThan(10);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("keptSeeds")
  void scheduleThatOnceBrokeAPromiseKeepsItNow(long seed) {
    runAlone(seed, false);
  }

  static List<Long> keptSeeds() {
    Long only = Long.getLong("openhands.simulation.only");
    if (only != null) {
      say(String.join("\n", runAlone(only, true)));
      return List.of(only);
    }
    return KeptSeeds.of("starts");
  }

  /** Runs one schedule, twice; gives what happened in it. */
  private static List<String> runAlone(long seed, boolean goOn) {
    Trace trace = new Trace(true);
    try {
      Schedule.Result first = Schedule.run(seed, Protocol.ofTheProduct(), trace);
      Schedule.Result second = Schedule.run(seed, Protocol.ofTheProduct(), new Trace(false));
      assertThat(second.digest()).isEqualTo(first.digest());
    } catch (BrokenPromiseException broken) {
      if (!goOn) {
        fail(report(seed, broken), broken);
      }
      trace.add(0, broken.toString(), seed, "");
    }
    return trace.lines();
  }

  private static String lastLine(long seconds, long schedules, Campaign.@Nullable Failure failure) {
    Promise broken =
        failure != null && failure.failure() instanceof BrokenPromiseException e
            ? e.promise()
            : null;
    return "simulation: in "
        + seconds
        + " s, schedules "
        + schedules
        + ", double starts "
        + (broken == Promise.SENT_ONCE ? 1 : 0)
        + ", lost handles "
        + (broken == Promise.NEVER_LOST ? 1 : 0)
        + (failure == null ? "" : ", ended early by " + failure.failure());
  }

  private static String report(long seed, RuntimeException broken) {
    Trace trace = new Trace(true);
    String again = "nothing";
    try {
      Schedule.run(seed, Protocol.ofTheProduct(), trace);
    } catch (RuntimeException e) {
      again = e.toString();
    }
    return "seed "
        + seed
        + ": "
        + broken
        + "\nWhat happened:\n"
        + String.join("\n", trace.lines())
        + "\n=> "
        + again
        + "\nAlone: -Dtest=SimulationTest -Dopenhands.simulation.only="
        + seed
        + "\nKeep the seed in integration-tests/src/test/resources/simulation-seeds.txt.";
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
