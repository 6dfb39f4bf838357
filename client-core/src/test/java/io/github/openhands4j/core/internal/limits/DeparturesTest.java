package io.github.openhands4j.core.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many requests may leave in a span of time. */
class DeparturesTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  @Test
  void noSpanHoldsMoreThanItsLimitWhateverComes() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("DeparturesTest: -Dseed=" + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      RequestLimits limits = new RequestLimits(1 + random.nextInt(90), 1 + random.nextInt(12));
      List<Long> times = eagerDepartures(random, limits);

      assertThat(most(times, SECOND)).as("in a second").isLessThanOrEqualTo(limits.perSecond());
      assertThat(most(times, MINUTE)).as("in a minute").isLessThanOrEqualTo(limits.perMinute());
    }
  }

  /**
   * Each leaves as soon as it may, after pauses in which nobody comes; close to the overflow too.
   */
  private static List<Long> eagerDepartures(Random random, RequestLimits limits) {
    Departures departures = new Departures();
    long now = random.nextBoolean() ? random.nextLong() : Long.MAX_VALUE - 10 * SECOND;
    long begin = now;
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      now += random.nextInt(4) == 0 ? random.nextInt((int) SECOND) * 3L : 0;
      now = departures.earliest(0, limits, now);
      departures.add(now);
      times.add(now - begin);
    }
    return times;
  }

  private static int most(List<Long> times, long span) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (times.get(last) - times.get(first) >= span) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  @Test
  void limitsAreUsedInFull() {
    Departures departures = new Departures();
    RequestLimits limits = new RequestLimits(90, 8);
    List<Long> seconds = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 100; i++) {
      now = departures.earliest(0, limits, now);
      departures.add(now);
      seconds.add(now / SECOND);
    }

    assertThat(seconds.subList(0, 8)).containsOnly(0L);
    assertThat(seconds.subList(8, 16)).containsOnly(1L);
    assertThat(seconds.subList(88, 90)).containsOnly(11L);
    assertThat(seconds.subList(90, 98)).containsOnly(60L);
    assertThat(seconds.subList(98, 100)).containsOnly(61L);
  }

  @Test
  void forecastIsWhatComesTrue() {
    Departures departures = new Departures();
    RequestLimits limits = new RequestLimits(10, 3);
    for (int i = 0; i < 7; i++) {
      departures.add(departures.earliest(0, limits, i * SECOND / 5));
    }
    long now = 2 * SECOND;
    List<Long> forecast = new ArrayList<>();
    for (int ahead = 0; ahead < 15; ahead++) {
      forecast.add(departures.earliest(ahead, limits, now));
    }
    List<Long> truth = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      now = departures.earliest(0, limits, now);
      departures.add(now);
      truth.add(now);
    }

    assertThat(forecast).isEqualTo(truth);
  }

  @Test
  void lowerLimitHoldsForWhatLeftBefore() {
    Departures departures = new Departures();
    for (int i = 0; i < 20; i++) {
      departures.add(i);
    }

    assertThat(departures.earliest(0, new RequestLimits(10, 100), 100)).isEqualTo(MINUTE + 10);
    assertThat(departures.earliest(0, new RequestLimits(21, 100), 100)).isEqualTo(100);
  }
}
