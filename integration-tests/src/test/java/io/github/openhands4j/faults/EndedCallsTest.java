package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that are ended by the program while the server keeps silent. */
@Timeout(30)
class EndedCallsTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /** How a call ended on its own thread. */
  private record Ended(Ending ending, boolean interrupted, long atNanos) {}

  private static Ended endedBy(FaultWorld world, Column column, Ender ender) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    world
        .server()
        .next(
            exchange -> {
              exchange.take();
              arrived.countDown();
              exchange.hold();
            });
    FutureTask<Ended> call =
        new FutureTask<>(
            () ->
                new Ended(
                    world.ask(column), Thread.currentThread().isInterrupted(), System.nanoTime()));
    Thread thread = new Thread(call, "caller");
    thread.setDaemon(true);
    thread.start();
    assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
    long begun = System.nanoTime();
    ender.end(thread);
    Ended ended = call.get();
    assertThat(Duration.ofNanos(ended.atNanos() - begun)).isLessThan(AT_ONCE);
    return ended;
  }

  /** Ends a call. */
  @FunctionalInterface
  private interface Ender {
    void end(Thread caller);
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.INTERRUPTED)
  void interruptedCallEndsAtOnceWithItsHandleAndWithoutALook(Column column) throws Exception {
    try (FaultWorld world = new FaultWorld()) {
      Ended ended = endedBy(world, column, Thread::interrupt);

      assertThat(ended.interrupted()).isTrue();
      hasTheIdOf(world, column, ended, CallInterruptedException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.CLOSED)
  void callOfAClosedClientEndsAtOnceWithItsHandle(Column column) throws Exception {
    try (FaultWorld world = new FaultWorld()) {
      Ended ended =
          endedBy(
              world,
              column,
              caller -> {
                world.client().close();
                world.v0().close();
              });

      hasTheIdOf(world, column, ended, ClientClosedException.class);
    }
  }

  private static void hasTheIdOf(
      FaultWorld world, Column column, Ended ended, Class<? extends OpenHandsException> type) {
    OpenHandsException failure = ended.ending().failure();
    assertThat(failure).isInstanceOf(type);
    assertThat(failure.requestMayHaveBeenSent()).isTrue();
    assertThat(world.server().requests()).hasSize(1);
    if (column != GET) {
      assertThat(FaultCheck.ids(world.server().starts()))
          .containsExactly(handle(failure).orElseThrow().conversationId().hex());
    }
  }

  private static Optional<StartHandle> handle(OpenHandsException failure) {
    return failure instanceof CallInterruptedException interrupted
        ? interrupted.handle()
        : ((ClientClosedException) failure).handle();
  }
}
