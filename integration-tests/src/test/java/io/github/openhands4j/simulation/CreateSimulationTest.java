package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Random schedules of an old program that repeats its creates: none starts anew what is listed, and
 * no more sandboxes run than allowed.
 */
class CreateSimulationTest {

  private static final long FIXED_SEED = 20_260_101L;
  private static final long SCHEDULES = 2_000;

  /** They take much longer than those of starts. */
  private static final long SHARE = 20;

  /** They would say the same thousands of times. */
  private final List<Logger> loggers =
      List.of(
          (Logger) LoggerFactory.getLogger("io.github.openhands4j.compat"),
          (Logger) LoggerFactory.getLogger("io.github.openhands4j.v0"));

  @BeforeEach
  void quiet() {
    loggers.forEach(logger -> logger.setLevel(Level.ERROR));
  }

  @AfterEach
  void loud() {
    loggers.forEach(logger -> logger.setLevel(null));
  }

  @Test
  void noRepeatedCreateStartsAnewWhatTheServerLists() {
    long base = Long.getLong("openhands.simulation.seed", FIXED_SEED);
    long schedules = Math.max(SCHEDULES, Long.getLong("openhands.simulation.schedules", 0) / SHARE);
    ClientCampaign<Created> campaign =
        new ClientCampaign<>(seed -> CreateSchedule.run(seed, Mistake.NONE)).run(base, schedules);
    campaign.requireUnbroken("creates");
    System.out.println(
        "simulation: "
            + schedules
            + " schedules of creates from seed "
            + base
            + ", "
            + campaign.seen());

    for (Created kind : Created.values()) {
      assertThat(campaign.seen().getOrDefault(kind, 0L))
          .as("how often: %s", kind)
          .isGreaterThan(10);
    }
  }

  @ParameterizedTest
  @MethodSource("keptSeeds")
  void scheduleThatOnceBrokeAPromiseKeepsItNow(long seed) {
    assertThat(CreateSchedule.run(seed, Mistake.NONE)).isNotEmpty();
  }

  static List<Long> keptSeeds() {
    return KeptSeeds.of("creates");
  }
}
