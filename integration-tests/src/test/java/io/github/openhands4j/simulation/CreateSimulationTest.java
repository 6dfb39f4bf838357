package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random schedules of an old program that repeats its creates: none starts anew what is listed, and
 * no more sandboxes run than allowed.
 */
@ExtendWith(Quiet.class)
class CreateSimulationTest {

  private static final long FIXED_SEED = 20_260_101L;
  private static final long SCHEDULES = 2_000;

  /** They take much longer than those of starts. */
  private static final long SHARE = 20;

  @Test
  void noRepeatedCreateStartsAnewWhatTheServerLists() {
    long base = Long.getLong("openhands.simulation.seed", FIXED_SEED);
    long schedules = Math.max(SCHEDULES, Long.getLong("openhands.simulation.schedules", 0) / SHARE);
    new ClientCampaign<Created>(seed -> CreateSchedule.run(seed, Mistake.NONE))
        .run(base, schedules)
        .requireUnbroken("creates", base, schedules, Created.values());
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
