package io.github.openhands4j.v1.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.v1.testing.Samples;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No span of a minute has more reads than the budget, whatever waits come and go. */
class PollBudgetTest {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private static int most(List<VirtualPoller.Request> requests) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < requests.size(); to++) {
      while (requests.get(to).atNanos() - requests.get(from).atNanos() >= MINUTE) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  @Test
  void waitsComeAndGoAtRandom() {
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int budget = 1 + random.nextInt(120);
      VirtualPoller poller = new VirtualPoller(budget);
      poller.latency = () -> Duration.ofMillis(random.nextInt(300));
      poller.failure =
          () ->
              switch (random.nextInt(20)) {
                case 0 -> Samples.answer(429);
                case 1 -> Samples.answer(429, Map.of("retry-after", List.of("5")));
                case 2 -> Samples.lost();
                case 3 -> new IllegalStateException("odd");
                default -> null;
              };
      int crowd = 1 << random.nextInt(10);
      for (int event = 0; event < 400; event++) {
        for (int i = random.nextInt(Math.max(1, crowd / 20) + 1); i > 0; i--) {
          long key = random.nextInt(crowd);
          Duration limit = Duration.ofMillis(1 + random.nextInt(1 << (1 + random.nextInt(19))));
          switch (random.nextInt(3)) {
            case 0 -> poller.addTask(key, limit);
            case 1 -> poller.addConversation(key, limit);
            default -> poller.core.remove(key);
          }
        }
        poller.pass(Duration.ofMillis(random.nextInt(5_000)));
      }
      assertThat(most(poller.requests))
          .as("seed %d, budget %d, up to %d waits", seed, budget, crowd)
          .isLessThanOrEqualTo(budget);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60, 90})
  void manyShortWaitsAreHeldToIt(int budget) {
    VirtualPoller poller = new VirtualPoller(budget);
    for (long key = 0; key < 3_000; key++) {
      poller.addTask(key, Duration.ofMillis(50));
      poller.pass(Duration.ofMillis(40));
    }

    assertThat(most(poller.requests)).isBetween(1, budget);
    assertThat(poller.expired).hasSizeGreaterThan(2_990);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 60})
  void pollersThatShareItAreHeldToItTogether(int perMinute) {
    ReadBudget budget = new ReadBudget(perMinute);
    List<VirtualPoller> pollers =
        Stream.generate(() -> new VirtualPoller(budget)).limit(3).toList();
    pollers.forEach(poller -> poller.addTask(1, Duration.ofHours(1)));
    for (int step = 0; step < 20_000; step++) {
      pollers.forEach(poller -> poller.pass(Duration.ofMillis(20)));
    }

    List<VirtualPoller.Request> all =
        pollers.stream()
            .flatMap(poller -> poller.requests.stream())
            .sorted(Comparator.comparingLong(VirtualPoller.Request::atNanos))
            .toList();
    assertThat(most(all)).isBetween(1, perMinute);
    assertThat(all).hasSizeGreaterThan(3 * perMinute);
  }

  @Test
  void readsThatAreUnderWayAreTakenFromIt() {
    ReadBudget budget = new ReadBudget(3);

    assertThat(budget.begin(0, free -> List.of(1, 2).subList(0, Math.min(2, free)))).hasSize(2);
    assertThat(budget.free(0)).isEqualTo(1);
    assertThat(budget.begin(0, free -> List.of(3).subList(0, Math.min(1, free)))).hasSize(1);
    assertThat(budget.free(0)).isZero();
    assertThat(budget.untilFree(0)).isPositive();

    budget.made(2, 0, 0); // they were left out
    assertThat(budget.free(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {98, 100, 891, 892, 6_000, 20_000})
  void manyLongWaitsAreHeldToItAndUseIt(int waits) {
    VirtualPoller poller = new VirtualPoller(60);
    for (long key = 0; key < waits; key++) {
      poller.addTask(key, Duration.ofHours(1));
    }
    poller.pass(Duration.ofMinutes(8));

    assertThat(most(poller.requests)).isLessThanOrEqualTo(60);
    if (waits > 600) {
      assertThat(poller.requests).hasSizeGreaterThan(7 * 50);
    }
  }
}
