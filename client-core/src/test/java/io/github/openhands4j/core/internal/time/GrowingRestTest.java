package io.github.openhands4j.core.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowingRestTest {

  private static final TimeSource STOPPED =
      new TimeSource() {
        @Override
        public long nanoTime() {
          return 0;
        }

        @Override
        public Instant now() {
          return Instant.EPOCH;
        }

        @Override
        public void sleep(Duration duration) {
          throw new AssertionError("nobody sleeps here");
        }
      };

  private final GrowingRest rest = new GrowingRest(Duration.ofSeconds(1), Duration.ofSeconds(5));

  private Stream<Long> seconds(int rests) {
    return Stream.generate(rest::take).limit(rests).map(Duration::toSeconds);
  }

  @Test
  void eachIsTwiceAsLongUpToTheLongestUntilItBeginsAgain() {
    assertThat(seconds(5)).containsExactly(1L, 2L, 4L, 5L, 5L);
    rest.restart();
    assertThat(seconds(2)).containsExactly(1L, 2L);
  }

  @Test
  void restThatEndsWithTheDeadlineLeavesNoTime() {
    assertThat(rest.endsBefore(Deadline.in(STOPPED, Duration.ofSeconds(1)))).isFalse();
    assertThat(rest.endsBefore(Deadline.in(STOPPED, Duration.ofMillis(1001)))).isTrue();
    assertThat(rest.take()).isEqualTo(Duration.ofSeconds(1));
    assertThat(rest.endsBefore(Deadline.in(STOPPED, Duration.ofMillis(1001)))).isFalse();
  }
}
