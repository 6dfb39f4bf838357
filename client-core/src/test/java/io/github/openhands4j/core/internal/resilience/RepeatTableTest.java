package io.github.openhands4j.core.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.testing.FakeTime;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent again after what, as the server counts it. */
class RepeatTableTest {

  private static final Script SILENCE = Scripts.silence();
  private static final Duration LIMIT = Duration.ofMinutes(1);

  static Stream<Arguments> table() {
    return Stream.of(
        row("drop", Scripts.drop(), 3, 1),
        row("reset", Scripts.reset(), 3, 1),
        row("cut", Scripts.raw(Scripts.head(200, "Content-Length: 9") + "{"), 3, 1),
        row("silence", SILENCE, 1, 1),
        row("web page", Scripts.answer(200, "text/html", "<html>"), 1, 1),
        row("no json", Scripts.json("{"), 1, 1),
        row("empty", Scripts.json(""), 1, 1),
        row("302", Scripts.status(302, "Location: /x"), 1, 1),
        row("400", Scripts.status(400), 1, 1),
        row("401", Scripts.status(401), 1, 1),
        row("403", Scripts.status(403), 1, 1),
        row("404", Scripts.status(404), 1, 1),
        row("408", Scripts.status(408), 3, 1),
        row("409", Scripts.status(409), 1, 1),
        row("410", Scripts.status(410), 1, 1),
        row("413", Scripts.status(413), 1, 1),
        row("422", Scripts.status(422), 1, 1),
        row("425", Scripts.status(425), 3, 2),
        row("429", Scripts.status(429, "Retry-After: 1"), 3, 3),
        row("500", Scripts.status(500), 3, 1),
        row("501", Scripts.status(501), 1, 1),
        row("502", Scripts.status(502), 3, 1),
        row("503", Scripts.status(503, "Retry-After: 0"), 3, 1),
        row("504", Scripts.status(504), 3, 1),
        row("599", Scripts.status(599), 3, 1));
  }

  private static Arguments row(String name, Script failure, int reads, int writes) {
    return arguments(Named.of(name, failure), reads, writes);
  }

  @ParameterizedTest
  @MethodSource("table")
  void callIsRepeatedAsItsClassAllows(Script failure, int reads, int writes) {
    for (OperationClass kind : OperationClass.values()) {
      try (ScriptedServer server = ScriptedServer.start().then(failure);
          Probe probe = Probe.of(server)) {
        Duration limit = Duration.ofSeconds(failure == SILENCE ? 1 : 60);
        assertThatThrownBy(() -> call(kind, probe, server, limit, new AtomicInteger()))
            .isInstanceOf(OpenHandsException.class);

        assertThat(server.requests())
            .as(kind.name())
            .hasSize(kind == OperationClass.READ ? reads : writes);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void callThatWasNotSentIsRepeatedWhateverItDoes(OperationClass kind) {
    ScriptedServer gone = ScriptedServer.start();
    gone.close();
    AtomicInteger attempts = new AtomicInteger();
    try (Probe probe = Probe.of(gone)) {
      assertThatThrownBy(() -> call(kind, probe, gone, LIMIT, attempts))
          .isInstanceOfSatisfying(
              OpenHandsException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse());
    }
    assertThat(attempts).hasValue(3);
  }

  @ParameterizedTest
  @EnumSource
  void callToAnUnknownHostIsMadeTwice(OperationClass kind) {
    AtomicInteger attempts = new AtomicInteger();
    try (ScriptedServer server = ScriptedServer.start()) {
      assertThatThrownBy(
              () ->
                  call(
                      kind,
                      server,
                      attempts,
                      () -> {
                        throw new TransportException(
                            ErrorCode.NOT_SENT,
                            "No connection.",
                            false,
                            new UnknownHostException("nowhere"));
                      }))
          .isInstanceOf(TransportException.class);
    }
    assertThat(attempts).hasValue(2);
  }

  @ParameterizedTest
  @EnumSource
  void callWhoseFirstByteWasWrittenIsAmbiguous(OperationClass kind) {
    try (ScriptedServer server = ScriptedServer.start().resetInTheRequest();
        Probe probe = Probe.of(server)) {
      AtomicInteger attempts = new AtomicInteger();

      assertThatThrownBy(() -> call(kind, probe, server, LIMIT, attempts))
          .isInstanceOf(OpenHandsException.class);

      assertThat(server.requests()).isEmpty();
      assertThat(attempts).hasValue(kind == OperationClass.READ ? 3 : 1);
      assertThat(server.connections()).isEqualTo(attempts.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void callForAnotherOriginIsNotRepeated(OperationClass kind) {
    try (ScriptedServer server = ScriptedServer.start();
        ScriptedServer other = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      AtomicInteger attempts = new AtomicInteger();

      assertThatThrownBy(
              () -> call(kind, server, attempts, () -> probe.api().readFrom(other.uri())))
          .isInstanceOf(OpenHandsException.class);

      assertThat(attempts).hasValue(1);
      assertThat(other.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void callThatIsRefusedHereIsNotRepeated(OperationClass kind) {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      AtomicInteger attempts = new AtomicInteger();

      assertThatThrownBy(
              () ->
                  call(
                      kind,
                      server,
                      attempts,
                      () -> probe.api().write(Map.of("no JSON", new Object()))))
          .isInstanceOf(ConfigurationException.class);

      assertThat(attempts).hasValue(1);
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void callOfAClosedClientIsNotRepeated(OperationClass kind) {
    try (ScriptedServer server = ScriptedServer.start()) {
      Probe probe = Probe.of(server);
      probe.close();
      AtomicInteger attempts = new AtomicInteger();

      assertThatThrownBy(() -> call(kind, probe, server, LIMIT, attempts))
          .isInstanceOf(OpenHandsException.class);

      assertThat(attempts).hasValue(1);
    }
  }

  private static void call(
      OperationClass kind,
      Probe probe,
      ScriptedServer server,
      Duration limit,
      AtomicInteger attempts) {
    call(
        kind,
        server,
        attempts,
        () ->
            kind == OperationClass.READ
                ? probe.api().read(Probe.within(limit))
                : probe.api().start(Probe.within(limit), Probe.BODY));
  }

  private static void call(
      OperationClass kind, ScriptedServer server, AtomicInteger attempts, Supplier<?> attempt) {
    new Calls(Probe.options(server).build(), new FakeTime(), () -> 1.0)
        .call(
            kind,
            options -> {
              attempts.incrementAndGet();
              return attempt.get();
            });
  }
}
