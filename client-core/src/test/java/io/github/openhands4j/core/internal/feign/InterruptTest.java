package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.testing.Callers;
import io.github.openhands4j.core.testing.Callers.Kind;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An interrupt ends a call at once and leaves the flag set. */
class InterruptTest {

  static Stream<Arguments> waiting() {
    return Stream.of(
            Named.of("for the headers", Scripts.silence()),
            Named.of(
                "for the body", Scripts.stallAfter(Scripts.head(200, "Content-Length: 9") + "{")))
        .flatMap(script -> Stream.of(Kind.values()).map(kind -> Arguments.of(script, kind)));
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void interruptEndsACallThatWaits(Script script, Kind kind) throws Exception {
    try (ScriptedServer server = ScriptedServer.start().then(script);
        Probe probe = Probe.of(server)) {
      Callers.Running call = Callers.start(kind, () -> probe.api().start(Probe.BODY));
      server.awaitRequests(1);
      long begun = System.nanoTime();

      call.thread().interrupt();
      Callers.End end = call.end();

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
}
