package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.internal.time.ClosableTime;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.testing.ShiftedTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a start whose answer was lost is looked for. */
class LookUpTest {

  private final V1World world = new V1World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  @Row(value = FaultRow.LIMITED_SECONDS, columns = Column.START)
  void rateLimitAnswerOfAGatewayMayHideAStartAndIsNotSentAgain() {
    world.server.disturbNextStart(
        Disturbance.taken().answer(429, "text/html", "<html>slow down</html>"));

    Start start = world.client(new ManualTime()).conversations().start(V1World.request());

    assertThat(start.recovered()).isTrue();
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void conversationIsFoundAlthoughTheSearchFails() {
    OpenHandsClient client = world.client(new ManualTime());
    Start first = client.conversations().start(V1World.request());
    world.settle();
    for (int i = 0; i < 50; i++) {
      world.server.disturbNext(
          "GET", V1World.TASKS + "/search", Disturbance.notTaken().answer(500));
    }

    Start again = client.conversations().resolve(first.handle());

    assertThat(again.conversationId()).isEqualTo(first.conversationId());
    assertThat(again.recovered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-120, 120})
  void startIsFoundWhenOurClockIsWrong(long minutes) {
    world.server.disturbNextStart(Disturbance.taken().dropConnection());
    ShiftedTime time = new ShiftedTime();
    time.pass(Duration.ofMinutes(minutes));
    OpenHandsClient client = world.client(time, options -> options);

    assertThat(client.conversations().start(V1World.request()).recovered()).isTrue();
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  @Row(value = FaultRow.CLOSED, columns = Column.START)
  void closingEndsAStartInItsPauseWithTheHandle() throws InterruptedException {
    world.server.disturbNextStart(Disturbance.notTaken().dropConnection());
    OpenHandsClient client = world.client(new ClosableTime(), options -> options);
    CompletableFuture<Start> start =
        client.conversations().startAsync(V1World.request()).toCompletableFuture();
    world.server.journal().await("GET", V1World.CONVERSATIONS, 3, Duration.ofSeconds(10));

    client.close();

    assertThatThrownBy(() -> start.get(1, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ClientClosedException.class, closed -> assertThat(closed.handle()).isPresent());
  }

  @Test
  void startThatIsNowhereStaysUnknown() {
    world.server.disturbNextStart(Disturbance.notTaken().dropConnection());

    assertThatThrownBy(
            () -> world.client(new ManualTime()).conversations().start(V1World.request()))
        .isInstanceOf(StartOutcomeUnknownException.class);
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }
}
