package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts that wait on our side while enough sandboxes run. */
class MaxRunningTest {

  private static final String COUNTS = "/api/v1/sandboxes/search";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final V1World world = new V1World();
  private final ManualTime time = new ManualTime();

  @AfterEach
  void close() {
    world.close();
    assertThat(Thread.interrupted()).isFalse();
  }

  private OpenHandsClient client(TimeSource clock) {
    return world.client(clock, options -> options.maxRunning(2).readyTimeout(LIMIT));
  }

  private long starts() {
    return world.server.journal().count("POST", V1World.CONVERSATIONS);
  }

  @Test
  void nothingIsCountedUnlessAsked() {
    world.client(time).conversations().start(V1World.request());

    assertThat(world.server.journal().count("GET", COUNTS)).isZero();
  }

  @Test
  void startsGoAheadUpToTheLimit() {
    OpenHandsClient client = client(time);
    world.running(client);
    time.pass(Duration.ofSeconds(16));
    world.running(client);

    assertThat(starts()).isEqualTo(2);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void startWaitsUntilASandboxPauses() {
    ConversationId first = world.running(client(time));
    world.running(world.client(time));
    time.onSleep(8, () -> world.conversation(first).sandbox().orElseThrow().pause());

    client(time).conversations().start(V1World.request());

    assertThat(starts()).isEqualTo(3);
    assertThat(time.sleeps()).hasSizeBetween(8, 10);
  }

  @Test
  void burstOfStartsDoesNotPassTogether() {
    OpenHandsClient client = client(time);
    client.conversations().start(V1World.request());
    client.conversations().start(V1World.request());
    assertThat(time.sleeps()).isEmpty();

    client.conversations().start(V1World.request()); // the two are not in the list yet

    assertThat(time.sleeps()).isNotEmpty();
  }

  @Test
  void startThatWaitedTooLongWasNotSent() {
    world.running(world.client(time));
    world.running(world.client(time));

    assertThatThrownBy(() -> client(time).conversations().start(V1World.request()))
        .isInstanceOfSatisfying(
            DeadlineExceededException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse())
        .hasMessageContaining("did not get its turn");
    assertThat(starts()).isEqualTo(2);
    assertThat(client(time).conversations().unresolved()).isEmpty();
  }

  @Test
  void startIsNotSentWhenSandboxesCannotBeCounted() {
    for (int attempt = 0; attempt < 3; attempt++) {
      world.server.disturbNext("GET", COUNTS, Disturbance.taken().dropConnection());
    }

    assertThatThrownBy(() -> client(time).conversations().start(V1World.request()))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse());
    assertThat(starts()).isZero();
  }

  @Test
  void countThatFailsDoesNotEndTheWaitOfAStart() {
    ConversationId first = world.running(world.client(time));
    world.running(world.client(time));
    time.onSleep(1, () -> fail(3, 502));
    time.onSleep(4, () -> world.conversation(first).sandbox().orElseThrow().pause());

    client(time).conversations().start(V1World.request());

    assertThat(starts()).isEqualTo(3);
  }

  @Test
  void startWhoseKeyIsRefusedWhileItWaitsIsNotSent() {
    world.running(world.client(time));
    world.running(world.client(time));
    time.onSleep(1, () -> fail(1, 401));

    assertThatThrownBy(() -> client(time).conversations().start(V1World.request()))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse())
        .hasCauseInstanceOf(UnauthorizedException.class);
    assertThat(starts()).isEqualTo(2);
  }

  private void fail(int times, int status) {
    for (int time = 0; time < times; time++) {
      world.server.disturbNext("GET", COUNTS, Disturbance.notTaken().answer(status));
    }
  }

  @Test
  @Timeout(60)
  void waitEndsWhileManyStartsWaitForTheirTurn() throws Exception {
    OpenHandsClient client = world.client(options -> options.maxRunning(1));
    Start first = client.conversations().start(V1World.request());
    for (int start = 0; start < 20; start++) {
      client.conversations().startAsync(V1World.request());
    }
    world.settle();

    assertThat(first.awaitReadyAsync(V1World.LONG).toCompletableFuture().get())
        .isEqualTo(first.handle().conversationId());
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void interruptedWaitEndsAndNothingWasSent() {
    world.running(world.client(time));
    world.running(world.client(time));
    TimeSource interrupting =
        new TimeSource() {
          @Override
          public long nanoTime() {
            return time.nanoTime();
          }

          @Override
          public Instant now() {
            return time.now();
          }

          @Override
          public void sleep(Duration duration) throws InterruptedException {
            throw new InterruptedException();
          }
        };

    assertThatThrownBy(() -> client(interrupting).conversations().start(V1World.request()))
        .isInstanceOfSatisfying(
            CallInterruptedException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(starts()).isEqualTo(2);
  }
}
