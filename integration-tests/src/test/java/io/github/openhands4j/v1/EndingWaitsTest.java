package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.simulator.Disturbance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits and starts that end by cancellation, interruption or the end of their client. */
@Timeout(30)
class EndingWaitsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client();

  @AfterEach
  void close() {
    world.close();
  }

  /** What a thread ended with, and whether it was still marked as interrupted then. */
  private record Ended(Throwable failure, boolean interrupted) {}

  private static FutureTask<Ended> thread(Runnable work, List<Thread> threads) {
    FutureTask<Ended> task =
        new FutureTask<>(
            () -> {
              try {
                work.run();
                throw new AssertionError("did not end with an exception");
              } catch (RuntimeException e) {
                return new Ended(e, Thread.currentThread().isInterrupted());
              }
            });
    Thread thread = new Thread(task, "caller");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return task;
  }

  private void polled(long times) throws InterruptedException {
    assertThat(world.server.journal().await("GET", V1World.TASKS, times, V1World.LONG)).isTrue();
  }

  private Start started() {
    return client.conversations().start(V1World.request());
  }

  @Test
  void asynchronousFormsCompleteAsTheBlockingOnesReturn() throws Exception {
    Start start =
        client.conversations().startAsync(V1World.request()).outcome().toCompletableFuture().get();
    world.settle();
    world.server.conversations().get(0).finish();

    assertThat(start.awaitReadyAsync(V1World.LONG).toCompletableFuture().get())
        .isEqualTo(start.handle().conversationId());
    assertThat(start.awaitFinishedAsync(V1World.LONG).toCompletableFuture().get().outcome())
        .isEqualTo(Outcome.FINISHED);
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void whatIsAttachedToAStageRunsOnAThreadOfTheClient() throws Exception {
    Start start = started();
    CompletableFuture<String> name = new CompletableFuture<>();
    var stage =
        start
            .awaitReadyAsync(V1World.LONG)
            .whenComplete((id, failure) -> name.complete(Thread.currentThread().getName()));
    world.settle();

    assertThat(name.get()).isEqualTo("openhands4j-client");
    assertThat(stage.toCompletableFuture().get()).isEqualTo(start.handle().conversationId());
  }

  @Test
  @Row(value = FaultRow.CANCELED, columns = Column.GET)
  void canceledWaitPollsNoMoreAndLeavesTheJobAlone() throws Exception {
    Start start = started();
    CompletableFuture<Conversation> wait = start.awaitFinishedAsync(HOUR).toCompletableFuture();
    polled(1);
    wait.cancel(true);

    assertNoPollsAnyMore();
    assertThat(world.server.startTasks()).hasSize(1);
    assertThat(world.server.journal().count("DELETE", ".*")).isZero();
  }

  @Test
  void oneCanceledWaitOfTwoLeavesTheOther() throws Exception {
    Start start = started();
    CompletableFuture<?> first = start.awaitReadyAsync(HOUR).toCompletableFuture();
    CompletableFuture<?> second = start.awaitReadyAsync(HOUR).toCompletableFuture();
    polled(1);
    first.cancel(false);
    world.settle();

    assertThat(second.get()).isEqualTo(start.handle().conversationId());
  }

  /** The poller's thread ends when nothing is waited for, and without it nothing polls. */
  private static void assertNoPollsAnyMore() throws InterruptedException {
    for (Thread thread : threads("openhands4j-poller")) {
      thread.join(5_000);
    }
    assertThat(threads("openhands4j-poller")).isEmpty();
  }

  private static List<Thread> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .toList();
  }

  @Test
  @Row(value = FaultRow.INTERRUPTED, columns = Column.GET)
  void interruptedWaitEndsAtOnceKeepsTheFlagAndHasTheHandle() throws Exception {
    Start start = started();
    for (Runnable wait :
        List.<Runnable>of(
            () -> start.awaitReady(HOUR),
            () -> start.awaitFinished(HOUR),
            () -> start.awaitFinished(HOUR, progress -> {}))) {
      world.server.journal().clear();
      List<Thread> threads = new ArrayList<>();
      FutureTask<Ended> caller = thread(wait, threads);
      polled(1);
      threads.get(0).interrupt();
      Ended ended = caller.get(2, TimeUnit.SECONDS);

      assertThat(ended.interrupted()).isTrue();
      assertThat(ended.failure())
          .isInstanceOfSatisfying(
              CallInterruptedException.class, e -> assertThat(e.handle()).contains(start.handle()));
    }
    assertNoPollsAnyMore();
  }

  @Test
  @Row(value = FaultRow.INTERRUPTED, columns = Column.START)
  void interruptedStartHasItsHandleAndIsFoundByIt() throws Exception {
    world.server.disturbNextStart(Disturbance.taken().delay(Duration.ofSeconds(5)));
    List<Thread> threads = new ArrayList<>();
    FutureTask<Ended> caller = thread(this::started, threads);
    assertThat(world.server.journal().await("POST", V1World.CONVERSATIONS, 1, V1World.LONG))
        .isTrue();
    threads.get(0).interrupt();
    Ended ended = caller.get(2, TimeUnit.SECONDS);

    assertThat(ended.interrupted()).isTrue();
    assertThat(ended.failure()).isInstanceOf(CallInterruptedException.class);
    var handle = ((CallInterruptedException) ended.failure()).handle().orElseThrow();
    assertThat(client.conversations().resolve(handle).startTask()).isPresent();
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void threadThatIsInterruptedBeforeStartsNothing() throws Exception {
    FutureTask<Ended> caller =
        thread(
            () -> {
              Thread.currentThread().interrupt();
              started();
            },
            new ArrayList<>());

    Ended ended = caller.get(5, TimeUnit.SECONDS);
    assertThat(ended.failure()).isInstanceOf(CallInterruptedException.class);
    assertThat(ended.interrupted()).isTrue();
    assertThat(world.server.startTasks()).isEmpty();
  }

  @Test
  @Row(value = FaultRow.CLOSED, columns = Column.GET)
  void closeEndsAllWaitsWithTheirHandlesAndLeavesNoThread() throws Exception {
    List<Start> starts = new ArrayList<>();
    List<FutureTask<Ended>> callers = new ArrayList<>();
    List<CompletableFuture<?>> stages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Start start = started();
      starts.add(start);
      callers.add(thread(() -> start.awaitReady(HOUR), new ArrayList<>()));
      stages.add(start.awaitFinishedAsync(HOUR).toCompletableFuture());
    }
    polled(1);

    client.close();

    for (int i = 0; i < 5; i++) {
      var handle = starts.get(i).handle();
      assertThat(callers.get(i).get(2, TimeUnit.SECONDS).failure())
          .isInstanceOfSatisfying(
              ClientClosedException.class, e -> assertThat(e.handle()).contains(handle));
      CompletableFuture<?> stage = stages.get(i);
      assertThatThrownBy(() -> stage.get(2, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              ClientClosedException.class, e -> assertThat(e.handle()).contains(handle));
    }
    for (Thread thread : threads("openhands4j-")) {
      thread.join(5_000);
    }
    assertThat(threads("openhands4j-")).isEmpty();
    assertThat(world.server.startTasks()).hasSize(5);
  }

  @Test
  void closeEndsAReadThatHangs() throws Exception {
    Start start = started();
    world.server.disturbNext(
        "GET", V1World.TASKS, Disturbance.taken().delay(Duration.ofSeconds(5)));
    CompletableFuture<?> wait = start.awaitReadyAsync(HOUR).toCompletableFuture();
    polled(1);
    client.close();

    assertThatThrownBy(() -> wait.get(2, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ClientClosedException.class);
    assertNoPollsAnyMore();
  }

  @Test
  @Row(value = FaultRow.CLOSED, columns = Column.START)
  void closeDuringAStartKeepsItsHandle() throws Exception {
    world.server.disturbNextStart(Disturbance.taken().delay(Duration.ofSeconds(5)));
    FutureTask<Ended> caller = thread(this::started, new ArrayList<>());
    assertThat(world.server.journal().await("POST", V1World.CONVERSATIONS, 1, V1World.LONG))
        .isTrue();
    client.close();
    Throwable failure = caller.get(2, TimeUnit.SECONDS).failure();

    assertThat(failure).isInstanceOf(ClientClosedException.class);
    var handle = ((ClientClosedException) failure).handle().orElseThrow();
    assertThat(world.client().conversations().resolve(handle).startTask()).isPresent();
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void closedClientStartsNothingAndSaysSo() {
    Start start = started();
    client.close();
    client.close();

    assertThatThrownBy(this::started).isInstanceOf(ClientClosedException.class);
    assertThatThrownBy(() -> start.awaitReady(HOUR))
        .isInstanceOfSatisfying(
            ClientClosedException.class, e -> assertThat(e.handle()).contains(start.handle()));
    for (CompletableFuture<?> stage :
        List.of(
            client.conversations().startAsync(V1World.request()).outcome().toCompletableFuture(),
            start.awaitReadyAsync(HOUR).toCompletableFuture(),
            start.awaitFinishedAsync(HOUR).toCompletableFuture())) {
      assertThatThrownBy(stage::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ClientClosedException.class);
    }
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }
}
