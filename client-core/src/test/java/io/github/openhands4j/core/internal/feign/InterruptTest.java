package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An interrupt ends a call at once and leaves the flag set. */
class InterruptTest {

  /** How a call ended, as its own thread saw it. */
  private record End(RuntimeException thrown, boolean flag) {}

  static Stream<Arguments> waiting() {
    return Stream.of(
            Named.of("for the headers", Scripts.silence()),
            Named.of(
                "for the body", Scripts.stallAfter(Scripts.head(200, "Content-Length: 9") + "{")))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void interruptEndsACallThatWaits(Script script) throws Exception {
    try (ScriptedServer server = ScriptedServer.start().then(script);
        Probe probe = Probe.of(server)) {
      FutureTask<End> call = new FutureTask<>(() -> end(probe));
      Thread caller = new Thread(call, "interrupted-caller");
      caller.start();
      server.awaitRequests(1);
      long begun = System.nanoTime();

      caller.interrupt();
      End end = call.get(10, TimeUnit.SECONDS);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      assertThat(end.flag()).isTrue();
      assertThat(end.thrown())
          .isInstanceOfSatisfying(
              CallInterruptedException.class, e -> assertThat(e.requestMayHaveBeenSent()).isTrue());
      server.awaitNoConnection();
      assertThat(server.count("POST")).isEqualTo(1);
    }
  }

  @Test
  void nothingIsSentByAThreadThatIsInterruptedAlready() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      for (int i = 0; i < 100; i++) { // cancelling alone would let some through
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> probe.api().start(Probe.BODY))
            .isInstanceOfSatisfying(
                CallInterruptedException.class,
                e -> assertThat(e.requestMayHaveBeenSent()).isFalse());

        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(server.connections()).isZero();
    }
  }

  private static End end(Probe probe) {
    try {
      probe.api().start(Probe.BODY);
      throw new AssertionError("the call returned");
    } catch (RuntimeException e) {
      return new End(e, Thread.currentThread().isInterrupted());
    }
  }
}
