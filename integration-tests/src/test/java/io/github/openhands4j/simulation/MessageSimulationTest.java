package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Random schedules of messages: none is passed on twice, none is denied that arrived. */
class MessageSimulationTest {

  private static final long FIXED_SEED = 20_260_101L;
  private static final long SCHEDULES = 10_000;
  private static final int SOON = 2_000;

  @Test
  void noMessageIsSentTwiceOrDeniedThoughItArrived() {
    long base = Long.getLong("openhands.simulation.seed", FIXED_SEED);
    long schedules = Long.getLong("openhands.simulation.schedules", SCHEDULES);
    Map<Heard, Long> all = new EnumMap<>(Heard.class);
    for (long seed = base; seed < base + schedules; seed++) {
      try {
        MessageSchedule.run(seed).forEach((kind, count) -> all.merge(kind, count, Long::sum));
      } catch (RuntimeException broken) {
        throw new AssertionError("messages, seed " + seed + ": " + broken, broken);
      }
    }
    System.out.println(
        "simulation: " + schedules + " schedules of messages from seed " + base + ", " + all);

    for (Heard kind : Heard.values()) {
      assertThat(all.getOrDefault(kind, 0L)).as("how often: %s", kind).isGreaterThan(10);
    }
  }

  @Test
  void transportThatSendsAgainWhatItLostIsNoticed() {
    assertThatThrownBy(
            () -> {
              for (long seed = 0; seed < SOON; seed++) {
                MessageSchedule.runResending(seed);
              }
            })
        .isInstanceOfSatisfying(
            BrokenPromiseException.class,
            e -> assertThat(e.promise()).isEqualTo(Promise.SENT_ONCE));
  }
}
