package io.github.openhands4j.core.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.internal.limits.RequestQueue.Place;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who goes first. */
class RequestQueueTest {

  private static final RequestLimits ONE_A_SECOND = new RequestLimits(1_000, 1);

  private final RequestQueue queue = new RequestQueue();

  RequestQueueTest() {
    queue.depart(queue.join(false), 0);
  }

  @Test
  void startOvertakesWaitingReadsAndStaysBehindEarlierStarts() {
    Place read = queue.join(false);
    Place laterRead = queue.join(false);
    Place start = queue.join(true);
    Place laterStart = queue.join(true);

    assertThat(seconds(start)).isEqualTo(1);
    assertThat(seconds(laterStart)).isEqualTo(2);
    assertThat(seconds(read)).isEqualTo(3);
    assertThat(seconds(laterRead)).isEqualTo(4);
  }

  @Test
  void whoeverGivesUpLetsTheOthersMoveUp() {
    Place first = queue.join(false);
    Place second = queue.join(false);

    assertThat(queue.leave(first)).isTrue();

    assertThat(seconds(second)).isEqualTo(1);
    assertThat(queue.leave(first)).isFalse();
  }

  @Test
  void nobodyGoesAheadWhileOnlyOneMayGo() {
    Place first = queue.join(false);
    Place second = queue.join(false);
    long free = Duration.ofSeconds(5).toNanos();

    assertThat(queue.turn(first, ONE_A_SECOND, free)).isEqualTo(free);
    assertThat(queue.turn(second, ONE_A_SECOND, free)).isGreaterThan(free);
  }

  @Test
  void whoFindsNobodyLeavesAtOnceWhenItMay() {
    long free = Duration.ofSeconds(1).toNanos();

    assertThat(queue.departAtOnce(ONE_A_SECOND, free - 1)).as("too early").isFalse();
    assertThat(queue.departAtOnce(ONE_A_SECOND, free)).isTrue();
    assertThat(queue.departAtOnce(ONE_A_SECOND, free)).as("one a second").isFalse();
  }

  @Test
  void nobodyLeavesAtOnceBeforeThoseWhoWait() {
    queue.join(false);

    assertThat(queue.departAtOnce(ONE_A_SECOND, Duration.ofSeconds(5).toNanos())).isFalse();
  }

  private long seconds(Place place) {
    return Duration.ofNanos(queue.turn(place, ONE_A_SECOND, 0)).toSeconds();
  }
}
