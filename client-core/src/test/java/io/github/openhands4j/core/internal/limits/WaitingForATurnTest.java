package io.github.openhands4j.core.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.RequestBudgetException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.testing.FakeTime;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that the budget holds back, as the server and the caller see it. */
class WaitingForATurnTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final ScriptedServer server = ScriptedServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  private ClientOptionsBuilder onePerMinute() {
    return Probe.options(server).requestsPerMinute(1);
  }

  @Test
  void callWhoseTurnComesTooLateFailsAtOnceAndIsNotSent() {
    try (Probe probe = Probe.of(onePerMinute().build())) {
      probe.api().start(Probe.BODY);

      assertThatThrownBy(() -> probe.api().start(Probe.within(Duration.ofSeconds(30)), Probe.BODY))
          .isInstanceOfSatisfying(
              RequestBudgetException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.REQUEST_BUDGET_EXCEEDED);
                assertThat(e.requestMayHaveBeenSent()).isFalse();
                assertThat(e.untilTurn()).isBetween(Duration.ofSeconds(31), Duration.ofMinutes(1));
                assertThat(e).hasMessageContaining("POST /starts was not sent");
              });
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void callThatIsHeldBackIsNotRepeated() {
    try (Probe probe = Probe.of(onePerMinute().build())) {
      probe.api().read();
      AtomicInteger attempts = new AtomicInteger();
      Calls calls = new Calls(onePerMinute().build(), new FakeTime(), () -> 0.5);

      assertThatThrownBy(
              () ->
                  calls.call(
                      OperationClass.START,
                      times -> {
                        attempts.incrementAndGet();
                        return probe.api().start(Probe.within(Duration.ofSeconds(30)), Probe.BODY);
                      }))
          .isInstanceOf(RequestBudgetException.class);
      assertThat(attempts).hasValue(1);
    }
  }

  @Test
  void clientsWithOneKeyShareTheirTurnsAndOthersDoNot() {
    try (Probe first = Probe.of(onePerMinute().build());
        Probe second = Probe.of(onePerMinute().build());
        Probe other = Probe.of(onePerMinute().apiKey("fake-other-key").build())) {
      first.api().read();

      assertThatThrownBy(() -> second.api().read(Probe.within(Duration.ofSeconds(30))))
          .isInstanceOf(RequestBudgetException.class);
      other.api().read();
    }
  }

  @Test
  void waitingEndsWithTheThreadsInterruption() throws InterruptedException {
    try (Probe probe = Probe.of(onePerMinute().build())) {
      probe.api().read();
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicReference<Boolean> flag = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  probe.api().start(Probe.within(LONG), Probe.BODY);
                } catch (CallInterruptedException e) {
                  flag.set(Thread.currentThread().isInterrupted());
                  thrown.set(e);
                }
              });
      caller.start();
      awaitWaiting(caller);

      caller.interrupt();
      caller.join(TimeUnit.SECONDS.toMillis(20));

      assertThat(thrown.get())
          .isInstanceOfSatisfying(
              CallInterruptedException.class,
              e -> assertThat(e.requestMayHaveBeenSent()).isFalse());
      assertThat(flag.get()).as("the flag is kept").isTrue();
      assertThat(server.count("POST")).isZero();
    }
  }

  @Test
  void waitingEndsWithItsClientAndTheOthersGoOn() throws Exception {
    try (Probe other = Probe.of(onePerMinute().build())) {
      Probe probe = Probe.of(onePerMinute().build());
      probe.api().read();
      AtomicReference<Thread> caller = new AtomicReference<>();
      CompletableFuture<?> call =
          CompletableFuture.runAsync(
              () -> {
                caller.set(Thread.currentThread());
                probe.api().start(Probe.within(LONG), Probe.BODY);
              },
              work -> new Thread(work).start());
      while (caller.get() == null) {
        Thread.onSpinWait();
      }
      awaitWaiting(caller.get());

      probe.close();

      assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              ClientClosedException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse());
      assertThat(server.count("POST")).isZero();
      assertThatThrownBy(() -> other.api().read(Probe.within(Duration.ofSeconds(30))))
          .isInstanceOf(RequestBudgetException.class);
    }
  }

  @Test
  void startOvertakesAWaitingReadAndBothAreSent() throws Exception {
    try (Probe probe = Probe.of(Probe.options(server).requestsPerSecond(1).build())) {
      probe.api().read();
      AtomicReference<Thread> reader = new AtomicReference<>();
      CompletableFuture<?> read =
          CompletableFuture.runAsync(
              () -> {
                reader.set(Thread.currentThread());
                probe.api().read();
              },
              work -> new Thread(work).start());
      while (reader.get() == null) {
        Thread.onSpinWait();
      }
      awaitWaiting(reader.get());

      probe.api().start(Probe.BODY);
      read.get(20, TimeUnit.SECONDS);

      assertThat(server.requests()).extracting("method").containsExactly("GET", "POST", "GET");
    }
  }

  private static void awaitWaiting(Thread thread) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(System.nanoTime() < end).as("the call waits").isTrue();
      Thread.onSpinWait();
    }
  }
}
