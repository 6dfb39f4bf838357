package io.github.openhands4j.v1.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who waits for what was there when they asked. */
class LiveWishesTest {

  private final LiveWishes wishes = new LiveWishes();

  @Test
  void wishIsThereBeforeTheBellRingsAndGoneOnceItIsGranted() throws InterruptedException {
    boolean told =
        wishes.await(
            Duration.ofSeconds(20),
            () -> {
              assertThat(wishes.any()).isTrue();
              wishes.grant(wishes.latest());
            });

    assertThat(told).isTrue();
    assertThat(wishes.any()).isFalse();
  }

  @Test
  void readThatBeganBeforeGrantsNothing() throws InterruptedException {
    long before = wishes.latest();

    assertThat(wishes.await(Duration.ofNanos(1), () -> wishes.grant(before))).isFalse();
  }

  @Test
  void wishOfWhoHasGoneIsGone() throws InterruptedException {
    assertThat(wishes.await(Duration.ofNanos(1), () -> {})).isFalse();
    assertThat(wishes.any()).isFalse();

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> wishes.await(Duration.ofSeconds(20), () -> {}))
        .isInstanceOf(InterruptedException.class);
    assertThat(wishes.any()).isFalse();
  }

  @Test
  void limitMayBeLongerThanNanosecondsCanCount() throws InterruptedException {
    assertThat(
            wishes.await(Duration.ofSeconds(Long.MAX_VALUE), () -> wishes.grant(wishes.latest())))
        .isTrue();
    assertThat(wishes.await(Duration.ofSeconds(Long.MIN_VALUE), () -> {})).isFalse();
  }

  @Test
  void endOfTheSubscriptionEndsWishesAndIsNoGrant() throws InterruptedException {
    assertThat(wishes.await(Duration.ofSeconds(20), wishes::end)).isFalse();
    assertThat(wishes.await(Duration.ofSeconds(20), () -> {})).isFalse();
  }
}
