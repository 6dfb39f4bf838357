package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartVanishedException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.simulator.SimulatedSandbox;
import io.github.openhands4j.testing.ShiftedTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Waiting for a start and its run to the end. */
@Timeout(30)
class WaitTest {

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client();

  @AfterEach
  void close() {
    world.close();
  }

  private Start started() {
    return client.conversations().start(V1World.request());
  }

  private Start ready() {
    Start start = started();
    world.settle();
    return start;
  }

  private SimulatedConversation conversation() {
    return world.server.conversations().get(0);
  }

  @Test
  void readyIsTheConversationsId() {
    Start start = ready();

    ConversationId id = start.awaitReady();

    assertThat(id).isEqualTo(start.handle().conversationId());
    assertThat(id).hasToString(conversation().id());
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        end("finished", SimulatedConversation::finish, Outcome.FINISHED),
        end("error", it -> it.fail("LLMError", "key refused"), Outcome.FAILED),
        end("stuck", it -> it.setStatus("stuck"), Outcome.STUCK),
        end("waiting", it -> it.setStatus("waiting_for_confirmation"), Outcome.NEEDS_CONFIRMATION));
  }

  private static Arguments end(
      String name, Consumer<SimulatedConversation> happens, Outcome outcome) {
    return Arguments.of(Named.of(name, happens), outcome);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void everyEndOfARunIsReturned(Consumer<SimulatedConversation> happens, Outcome outcome) {
    Start start = ready();
    happens.accept(conversation());

    Conversation end = start.awaitFinished(V1World.LONG);

    assertThat(end.outcome()).isEqualTo(outcome);
    assertThat(end.id()).isEqualTo(start.handle().conversationId());
    assertThat(end.link()).hasToString(world.server.baseUrl() + "/conversations/" + end.id().hex());
  }

  @Test
  void wholeLifeIsToldOnTheWay() {
    List<String> told = new CopyOnWriteArrayList<>();
    world.server.everyStart(
        io.github.openhands4j.simulator.Outcome.finished()
            .startPace(Pace.stepsPerRead(4))
            .runPace(Pace.perRead(1)));

    Conversation end =
        started().awaitFinished(V1World.LONG, progress -> told.add(progress.toString()));

    assertThat(end.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(told)
        .startsWith("start WORKING")
        .contains("sandbox RUNNING, agent running")
        .endsWith("sandbox RUNNING, agent finished")
        .doesNotHaveDuplicates();
  }

  @Test
  @Row(
      value = FaultRow.START_ERROR,
      columns = {Column.GET, Column.START})
  void failedStartTellsTheServersReason() {
    Start start = started();
    world.server.startTasks().get(0).fail("no room");

    for (Runnable wait :
        List.<Runnable>of(start::awaitReady, () -> start.awaitFinished(V1World.LONG))) {
      assertThatThrownBy(wait::run)
          .isInstanceOfSatisfying(
              StartFailedException.class,
              e -> {
                assertThat(e.detail()).contains("no room");
                assertThat(e.handle()).isEqualTo(start.handle());
              });
    }
  }

  @Test
  @Row(value = FaultRow.READY_THEN_ERROR, columns = Column.GET)
  void errorAfterReadyIsReadyAllTheSame() {
    Start start = ready();
    world.server.startTasks().get(0).fail("a queued message was not delivered");

    assertThat(start.awaitReady(V1World.LONG)).isEqualTo(start.handle().conversationId());
  }

  @Test
  @Row(
      value = FaultRow.STUCK,
      columns = {Column.GET, Column.START})
  void timeoutHasTheHandleAndTheLastStateAndTheWaitCanBeRepeated() {
    Start start = started();

    assertThatThrownBy(() -> start.awaitReady(Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            WaitTimeoutException.class,
            e -> {
              assertThat(e.handle()).isEqualTo(start.handle());
              assertThat(e.lastState()).isEqualTo("start WORKING");
              assertThat(e.handle()).isEqualTo(StartHandle.parse(e.handle().toString()));
            });
    world.settle();
    assertThat(start.awaitReady(V1World.LONG)).isEqualTo(start.handle().conversationId());
    conversation().finish();
    assertThat(start.awaitFinished(V1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  static Stream<Named<Consumer<SimulatedSandbox>>> gaps() {
    return Stream.of(
        Named.of("missing", it -> it.loseFor(1)), Named.of("error", it -> it.failFor(1)));
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void sandboxThatIsBrokenForAMomentIsWaitedFor(Consumer<SimulatedSandbox> happens) {
    Start start = ready();
    happens.accept(conversation().sandbox().orElseThrow());
    conversation().finish();

    assertThat(start.awaitFinished(V1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.server.journal().count("GET", V1World.CONVERSATIONS)).isEqualTo(2);
  }

  static Stream<Named<Consumer<SimulatedSandbox>>> losses() {
    return Stream.of(
        Named.of("missing", SimulatedSandbox::lose), Named.of("error", SimulatedSandbox::fail));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void sandboxThatStaysBrokenIsLost(Consumer<SimulatedSandbox> happens) throws Exception {
    ShiftedTime time = new ShiftedTime();
    Start start = world.client(time, o -> o).conversations().start(V1World.request());
    world.settle();
    happens.accept(conversation().sandbox().orElseThrow());
    var wait = start.awaitFinishedAsync(Duration.ofHours(1)).toCompletableFuture();

    assertThat(world.server.journal().await("GET", V1World.CONVERSATIONS, 2, V1World.LONG))
        .isTrue();
    assertThat(wait).isNotDone();
    time.pass(Duration.ofSeconds(61));
    assertThat(wait.get().outcome()).isEqualTo(Outcome.SANDBOX_LOST);
  }

  @Test
  void pausedSandboxIsWaitedForAndItsRunSeenToTheEnd() throws Exception {
    Start start = ready();
    conversation().sandbox().orElseThrow().pause();
    var wait = start.awaitFinishedAsync(V1World.LONG).toCompletableFuture();

    assertThat(world.server.journal().await("GET", V1World.CONVERSATIONS, 1, V1World.LONG))
        .isTrue();
    assertThat(wait).isNotDone();
    conversation().sandbox().orElseThrow().resume();
    conversation().finish();

    assertThat(wait.get().outcome()).isEqualTo(Outcome.FINISHED);
  }

  @Test
  @Row(value = FaultRow.READ_FAILS, columns = Column.GET)
  void failingReadsDoNotEndAWait() {
    Start start = ready();
    world.server.disturbNext("GET", V1World.TASKS, Disturbance.notTaken().answer(502));
    world.server.disturbNext("GET", V1World.TASKS, Disturbance.notTaken().htmlPage());

    assertThat(start.awaitReady(V1World.LONG)).isEqualTo(start.handle().conversationId());
    assertThat(world.server.journal().count("GET", V1World.TASKS)).isEqualTo(3);
  }

  @Test
  @Row(value = FaultRow.READ_FAILS, columns = Column.GET)
  void waitWhoseReadsAreRefusedTellsWhyAtItsEnd() throws Exception {
    ShiftedTime time = new ShiftedTime();
    Start start = world.client(time, o -> o).conversations().start(V1World.request());
    for (int read = 0; read < 100; read++) {
      world.server.disturbNext("GET", V1World.TASKS, Disturbance.notTaken().answer(401));
    }
    var wait = start.awaitReadyAsync(Duration.ofHours(1)).toCompletableFuture();

    // with the second read, the first one is taken in
    assertThat(world.server.journal().await("GET", V1World.TASKS, 2, V1World.LONG)).isTrue();
    time.pass(Duration.ofHours(1));
    assertThatThrownBy(() -> wait.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(WaitTimeoutException.class)
        .hasCauseInstanceOf(UnauthorizedException.class);
  }

  @Test
  @Row(value = FaultRow.VANISHED, columns = Column.GET)
  void vanishedTaskIsFollowedByItsConversation() throws Exception {
    ShiftedTime time = new ShiftedTime();
    Start start = world.client(time, o -> o).conversations().start(V1World.request());
    world.settle();
    world.server.startTasks().get(0).vanish();
    var wait = start.awaitReadyAsync(Duration.ofHours(1)).toCompletableFuture();

    assertThat(world.server.journal().await("GET", V1World.TASKS, 2, V1World.LONG)).isTrue();
    time.pass(Duration.ofSeconds(11));
    assertThat(wait.get()).isEqualTo(start.handle().conversationId());
  }

  @Test
  @Row(value = FaultRow.VANISHED, columns = Column.GET)
  void startThatSomebodyDeletedEndsItsWaitsWithTheHandle() throws Exception {
    ShiftedTime time = new ShiftedTime();
    OpenHandsClient here = world.client(time, o -> o);
    Start start = here.conversations().start(V1World.request());
    world.settle();
    Start found = here.conversations().resolve(start.handle());
    assertThat(client.conversations().delete(start.handle().conversationId())).isTrue();
    var waits =
        List.of(
            start.awaitReadyAsync(Duration.ofHours(1)).toCompletableFuture(),
            found.awaitFinishedAsync(Duration.ofHours(1)).toCompletableFuture());

    assertThat(world.server.journal().await("GET", V1World.TASKS, 3, V1World.LONG)).isTrue();
    time.pass(Duration.ofSeconds(61));
    for (var wait : waits) {
      assertThatThrownBy(() -> wait.get(20, TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              StartVanishedException.class, e -> assertThat(e.handle()).isEqualTo(start.handle()));
    }
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void waitWithoutTimeIsRefused() {
    Start start = started();

    assertThatThrownBy(() -> start.awaitReady(Duration.ZERO))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> start.awaitFinished(Duration.ofSeconds(-1)))
        .isInstanceOf(ConfigurationException.class);
    assertThat(world.polls()).isZero();
  }

  @Test
  void waitWithoutEndIsTakenAndEndsNoThread() {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    try {
      Start start = ready();

      assertThat(start.awaitReady(Duration.ofSeconds(Long.MAX_VALUE)))
          .isEqualTo(start.handle().conversationId());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(uncaught).isEmpty();
  }
}
