package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.testing.OurThreads;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Closing ends what runs; forgetting to close leaves nothing behind. */
class ClosingTest {

  private static final int CALLS = 40;

  /** Connections end by themselves after four seconds; closing must not wait. */
  private static final Duration LESS_THAN_IDLE = Duration.ofMillis(3500);

  @Test
  void closeEndsRunningCalls() throws Exception {
    ExecutorService callers = Executors.newCachedThreadPool();
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.silence())) {
      Probe probe = Probe.of(server);
      List<Future<@Nullable RuntimeException>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(callers.submit(() -> failure(probe)));
      }
      server.awaitRequests(CALLS);
      long begun = System.nanoTime();

      probe.close();

      for (Future<@Nullable RuntimeException> call : calls) {
        assertThat(call.get(10, TimeUnit.SECONDS))
            .isInstanceOfSatisfying(
                ClientClosedException.class,
                e -> {
                  assertThat(e.requestMayHaveBeenSent()).isTrue();
                  assertThat(e).hasCauseInstanceOf(IOException.class);
                });
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
      server.awaitNoConnection();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LESS_THAN_IDLE);
      OurThreads.awaitNone();
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void callAfterCloseSendsNothing() {
    try (ScriptedServer server = ScriptedServer.start()) {
      Probe probe = Probe.of(server);
      probe.close();
      probe.close();

      assertThatThrownBy(() -> probe.api().start(Probe.BODY))
          .isInstanceOfSatisfying(
              ClientClosedException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
                assertThat(e.requestMayHaveBeenSent()).isFalse();
              });
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void closedClientKeepsNoConnection() {
    try (ScriptedServer server = ScriptedServer.start()) {
      Probe probe = Probe.of(server);
      probe.api().read();
      probe.api().start(Probe.BODY);
      long begun = System.nanoTime();

      probe.close();

      server.awaitNoConnection();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LESS_THAN_IDLE);
    }
  }

  @Test
  void hundredClientsThatAreNotClosedLeaveNothingBehind() throws Exception {
    try (ScriptedServer server = ScriptedServer.start()) {
      for (int i = 0; i < 100; i++) {
        Probe forgotten = Probe.of(server);
        forgotten.api().read();
        forgotten.api().start(Probe.BODY);
      }

      server.awaitNoConnection();
      OurThreads.awaitNone();
      assertThat(server.requests()).hasSize(200);
    }
  }

  @Test
  void threadsAreDaemons() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      probe.api().read();

      assertThat(OurThreads.now()).isNotEmpty().allMatch(Thread::isDaemon);
    }
  }

  private static @Nullable RuntimeException failure(Probe probe) {
    try {
      probe.api().start(Probe.BODY);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }
}
