package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Random schedules of an old program that repeats its creates: none starts anew what is listed, and
 * no more sandboxes run than allowed.
 */
class CreateSimulationTest {

  private static final long FIXED_SEED = 20_260_101L;
  private static final long SCHEDULES = 2_000;

  /** They take fifty times as long as those of starts. */
  private static final long SHARE = 50;

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
    Map<Created, Long> all = new EnumMap<>(Created.class);
    for (long seed = base; seed < base + schedules; seed++) {
      try {
        CreateSchedule.run(seed).forEach((kind, count) -> all.merge(kind, count, Long::sum));
      } catch (RuntimeException broken) {
        throw new AssertionError("creates, seed " + seed + ": " + broken, broken);
      }
    }
    System.out.println(
        "simulation: " + schedules + " schedules of creates from seed " + base + ", " + all);

    for (Created kind : Created.values()) {
      assertThat(all.getOrDefault(kind, 0L)).as("how often: %s", kind).isGreaterThan(10);
    }
  }
}
