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
    ClientCampaign<Heard> campaign =
        new ClientCampaign<>(seed -> MessageSchedule.run(seed, Mistake.NONE)).run(base, schedules);
    campaign.requireUnbroken("messages");
    System.out.println(
        "simulation: "
            + schedules
            + " schedules of messages from seed "
            + base
            + ", "
            + campaign.seen());

    for (Heard kind : Heard.values()) {
      assertThat(campaign.seen().getOrDefault(kind, 0L))
          .as("how often: %s", kind)
          .isGreaterThan(10);
    }
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
