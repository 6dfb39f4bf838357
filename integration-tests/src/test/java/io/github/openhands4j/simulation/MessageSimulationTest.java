package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random schedules of messages: none is passed on twice, none is denied that arrived. */
class MessageSimulationTest {

  private static final long FIXED_SEED = 20_260_101L;
  private static final long SCHEDULES = 10_000;

  @Test
  void noMessageIsSentTwiceOrDeniedThoughItArrived() {
    long base = Long.getLong("openhands.simulation.seed", FIXED_SEED);
    long schedules = Long.getLong("openhands.simulation.schedules", SCHEDULES);
    new ClientCampaign<Heard>(seed -> MessageSchedule.run(seed, Mistake.NONE))
        .run(base, schedules)
        .requireUnbroken("messages", base, schedules, Heard.values());
  }

  @ParameterizedTest
  @MethodSource("keptSeeds")
  void scheduleThatOnceBrokeAPromiseKeepsItNow(long seed) {
    assertThat(MessageSchedule.run(seed, Mistake.NONE)).isNotEmpty();
  }

  static List<Long> keptSeeds() {
    return KeptSeeds.of("messages");
  }
}
