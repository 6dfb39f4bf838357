package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.internal.time.ClosableTime;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.testing.ShiftedTime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
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

  @Test
  void startWhoseTaskIsGoneIsFoundByItsConversationAmongTasksOfOthers() {
    OpenHandsClient client = world.client(new ManualTime());
    StartHandle handle = client.conversations().start(V1World.request()).handle();
    world.settle();
    world.server.startTasks().get(0).vanish();
    client.conversations().start(V1World.request());

    Start found = client.conversations().resolve(handle);

    assertThat(found.conversationId()).contains(handle.conversationId());
    assertThat(found.startTask()).isEmpty();
    assertThat(found.duplicates()).isEmpty();
  }

  @Test
  void startIsFoundOnALaterPage() {
    ManualTime time = new ManualTime();
    OpenHandsClient client = world.client(time);
    StartHandle handle = client.conversations().start(V1World.request()).handle();
    for (int page = 0; page < 4; page++) { // the newest ones, then three of those since the start
      world.nextTaskPage("", "\"" + "0".repeat(page + 1) + "\"");
    }

    assertThat(client.conversations().resolve(handle).startTask()).isPresent();
    assertThat(time.sleeps()).as("found by the first look").isEmpty();
  }

  @Test
  void startThatWaitedLongForItsTurnIsFoundBehindOthers() {
    ManualTime time = new ManualTime();
    OpenHandsClient client = world.client(time);
    StartHandle handle = client.conversations().start(V1World.request()).handle();
    world.nextTaskPage("", "\"1\""); // the newest
    world.nextTaskPage(
        "{\"id\":\"%s\",\"status\":\"WORKING\",\"created_at\":\"%s\"}"
            .formatted(UUID.randomUUID(), handle.startedAt().plus(Duration.ofMinutes(45))),
        "\"0\"");

    assertThat(client.conversations().resolve(StartHandle.parse(handle.toString())).startTask())
        .isPresent();
    assertThat(time.sleeps()).as("found by the first look").isEmpty();
  }

  /** A clock by which every pause is interrupted. */
  private static final class Interrupting implements TimeSource {
    @Override
    public long nanoTime() {
      return TimeSource.system().nanoTime();
    }

    @Override
    public Instant now() {
      return TimeSource.system().now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      throw new InterruptedException();
    }
  }

  @Test
  void interruptInAPauseKeepsTheFlagAndTheHandle() {
    world.server.disturbNextStart(Disturbance.notTaken().dropConnection());
    OpenHandsClient client = world.client(new Interrupting(), options -> options);

    assertThatThrownBy(() -> client.conversations().start(V1World.request()))
        .isInstanceOfSatisfying(
            CallInterruptedException.class, e -> assertThat(e.handle()).isPresent());

    assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
    assertThat(world.server.journal().starts()).isEqualTo(1);
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
  void startIsLookedForFromTheServersTimeOnWhenOurClockIsWrong() {
    ShiftedTime time = new ShiftedTime();
    time.pass(Duration.ofHours(-2));
    OpenHandsClient client = world.client(time, options -> options);
    Instant begun = Instant.now();
    client.conversations().count(ConversationQuery.builder().build());
    world.server.disturbNextStart(Disturbance.taken().dropConnection());
    world.nextTaskPage("", "\"1\"");

    assertThat(client.conversations().start(V1World.request()).recovered()).isTrue();

    assertThat(createdAtLeast())
        .isBetween(begun.minus(Duration.ofSeconds(10)), begun.plus(Duration.ofSeconds(60)));
  }

  /** From when on the server was asked for tasks. */
  private Instant createdAtLeast() {
    return world.server.journal().requests().stream()
        .flatMap(request -> Arrays.stream(request.query().split("&")))
        .filter(parameter -> parameter.startsWith("created_at__gte="))
        .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
        .map(value -> Instant.parse(URLDecoder.decode(value, StandardCharsets.UTF_8)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Row(value = FaultRow.CLOSED, columns = Column.START)
  void closingEndsAStartInItsPauseWithTheHandle() throws InterruptedException {
    world.server.disturbNextStart(Disturbance.notTaken().dropConnection());
    OpenHandsClient client = world.client(new ClosableTime(), options -> options);
    CompletableFuture<Start> start =
        client.conversations().startAsync(V1World.request()).outcome().toCompletableFuture();
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
