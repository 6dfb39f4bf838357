package io.github.openhands4j.v1.internal.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose time a start has, and how far it is trusted. */
class StartTimesTest {

  private static final Instant OURS = Instant.parse("2026-01-01T10:00:00Z");

  /** Time that stands still. */
  private static final TimeSource STILL =
      new TimeSource() {
        @Override
        public long nanoTime() {
          return 0;
        }

        @Override
        public Instant now() {
          return OURS;
        }

        @Override
        public void sleep(Duration duration) {
          throw new AssertionError("nobody waits here");
        }
      };

  private final ServerClock serverClock = new ServerClock(STILL);
  private final StartTimes times = new StartTimes(STILL, serverClock);

  private StartHandle stamped() {
    ConversationId id = ConversationId.random();
    return new StartHandle(
        id, URI.create("http://127.0.0.1:1"), times.stamp(id), "0123456789abcdef");
  }

  private void serverSaysNoon() {
    serverClock.answered(
        serverClock.reading(), List.of("Thu, 01 Jan 2026 12:00:00 GMT"), List.of());
  }

  @Test
  void startHasTheServersTimeWhereItIsKnown() {
    serverSaysNoon();
    StartHandle handle = stamped();

    assertThat(handle.startedAt()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
    assertThat(times.marginOf(handle)).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void startHasOurTimeElsewhereAndIsNotTrustedWhenTheServersIsKnownLater() {
    StartHandle handle = stamped();
    serverSaysNoon();

    assertThat(handle.startedAt()).isEqualTo(OURS);
    assertThat(times.marginOf(handle)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void handleOfAnotherProcessIsNotTrusted() {
    serverSaysNoon();
    StartHandle ours = stamped();
    StartHandle parsed = StartHandle.parse(ours.toString());
    StartTimes another = new StartTimes(STILL, serverClock);

    assertThat(another.marginOf(parsed)).isEqualTo(Duration.ofMinutes(15));
    assertThat(times.marginOf(parsed)).as("in the same client").isEqualTo(Duration.ofSeconds(6));
    assertThat(times.marginOf(ours)).isEqualTo(Duration.ofSeconds(6));
  }
}
