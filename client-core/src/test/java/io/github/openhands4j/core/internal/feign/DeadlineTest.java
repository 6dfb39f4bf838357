package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The deadline is that of the whole call, whatever the server does with the time. */
@Timeout(10)
class DeadlineTest {

  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final Duration MARGIN = Duration.ofSeconds(2);
  private static final Duration DRIP = Duration.ofMillis(20);

  static Stream<Arguments> slowness() {
    String body = Scripts.head(200, "Content-Type: application/json", "Content-Length: 1000000");
    return Stream.of(
            Named.of("silence", Scripts.silence()),
            Named.of("stall in the headers", Scripts.stallAfter("HTTP/1.1 200 OK\r\nX-A: ")),
            Named.of("stall before the body", Scripts.stallAfter(body)),
            Named.of("stall in the body", Scripts.stallAfter(body + "{\"a\":")),
            Named.of("drip of headers", Scripts.dripAfter("HTTP/1.1 200 OK\r\nX-A: ", DRIP)),
            Named.of("drip of the body", Scripts.dripAfter(body + "\"", DRIP)))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("slowness")
  void callEndsAtItsDeadline(Script slow) {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      probe.api().pause();
      server.then(slow);
      long begun = System.nanoTime();

      assertThatThrownBy(() -> probe.api().start(Probe.within(LIMIT), Probe.BODY))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
                assertThat(e.limit()).isEqualTo(LIMIT);
                assertThat(e.requestMayHaveBeenSent()).isTrue();
                assertThat(e).hasMessageStartingWith("POST /starts did not end within 500 ms.");
              });

      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(LIMIT.minusMillis(1), LIMIT.plus(MARGIN));
      server.awaitNoConnection();
    }
  }
}
