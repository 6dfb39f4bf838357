package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import feign.Headers;
import feign.Request;
import feign.RequestLine;
import feign.RetryableException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.testing.FakeTime;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ProbeApi;
import io.github.openhands4j.core.testing.RecordedRequest;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's count decides: whatever it does to a write, the write arrives once. */
class WriteIsSentOnceTest {

  private static final Script SILENCE = Scripts.silence();

  static Stream<Arguments> failures() {
    return Stream.of(
            Named.of("drop", Scripts.drop()),
            Named.of("reset", Scripts.reset()),
            Named.of("silence", SILENCE),
            Named.of("500", Scripts.status(500)),
            Named.of("502", Scripts.status(502)),
            Named.of("503", Scripts.status(503)),
            Named.of("503 at once", Scripts.status(503, "Retry-After: 0")),
            Named.of("503 then closed", Scripts.thenClose(Scripts.status(503, "Retry-After: 0"))),
            Named.of("504", Scripts.status(504)),
            Named.of("408", Scripts.status(408)),
            Named.of("408 at once", Scripts.status(408, "Retry-After: 0")),
            Named.of("408 then closed", Scripts.thenClose(Scripts.status(408))),
            Named.of("409", Scripts.status(409)),
            Named.of("421", Scripts.status(421)),
            Named.of("401", Scripts.status(401, "WWW-Authenticate: Basic realm=\"x\"")),
            Named.of("407", Scripts.status(407, "Proxy-Authenticate: Basic realm=\"x\"")),
            Named.of("307", Scripts.status(307, "Location: /starts")),
            Named.of("html", Scripts.answer(200, "text/html", "<html></html>")),
            Named.of("cut", Scripts.raw(Scripts.head(200, "Content-Length: 9") + "{")),
            Named.of("not http", Scripts.raw("SSH-2.0-x\r\n\r\n")))
        .flatMap(script -> Stream.of(Arguments.of(script, false), Arguments.of(script, true)));
  }

  @ParameterizedTest(name = "{0}, pool warm: {1}")
  @MethodSource("failures")
  void startIsNotResentByTheProxy(Script failure, boolean warm) {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      warm(server, probe, warm);
      server.then(failure);

      assertThatThrownBy(() -> probe.api().start(limit(failure), Probe.BODY))
          .isInstanceOfSatisfying(
              OpenHandsException.class, e -> assertThat(e.requestMayHaveBeenSent()).isTrue());

      assertThat(server.count("POST")).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "{0}, pool warm: {1}")
  @MethodSource("failures")
  void startIsNotResentByTheCaller(Script failure, boolean warm) {
    FakeTime time = new FakeTime();
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      warm(server, probe, warm);
      server.then(failure);
      Calls calls = new Calls(Probe.options(server).build(), time, () -> 0.5);

      assertThatThrownBy(
              () ->
                  calls.call(
                      OperationClass.START,
                      options -> probe.api().start(limit(failure), Probe.BODY)))
          .isInstanceOf(OpenHandsException.class);

      assertThat(server.count("POST")).isEqualTo(1);
      assertThat(time.sleeps()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rateLimits")
  void startTurnedAwayByTheLimiterIsNotResentByTheProxy(Script limit) {
    try (ScriptedServer server = ScriptedServer.start().then(limit);
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.api().start(Probe.BODY))
          .isInstanceOf(OpenHandsException.class);

      assertThat(server.count("POST")).isEqualTo(1);
    }
  }

  /** A write that was told it came too early was not done: the caller may send it once more. */
  @Test
  void startThatCameTooEarlyIsSentOnceMoreByTheCallerAndNotByTheProxy() {
    FakeTime time = new FakeTime();
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      server.then(Scripts.status(425)).then(Scripts.status(425)).then(Scripts.status(425));
      Calls calls = new Calls(Probe.options(server).build(), time, () -> 0.5);

      assertThatThrownBy(() -> probe.api().start(Probe.BODY))
          .isInstanceOf(OpenHandsException.class);
      assertThat(server.count("POST")).isEqualTo(1);

      assertThatThrownBy(
              () ->
                  calls.call(
                      OperationClass.START, options -> probe.api().start(options, Probe.BODY)))
          .isInstanceOf(OpenHandsException.class);
      assertThat(server.count("POST")).isEqualTo(3);
    }
  }

  static Stream<Arguments> rateLimits() {
    return Stream.of(
        Arguments.of(Named.of("429", Scripts.status(429))),
        Arguments.of(Named.of("429 at once", Scripts.status(429, "Retry-After: 0"))),
        Arguments.of(Named.of("429 in ages", Scripts.status(429, "Retry-After: 9999999999999"))));
  }

  static Stream<Arguments> writes() {
    return Stream.<Named<Consumer<ProbeApi>>>of(
            Named.of("POST", api -> api.start(Probe.BODY)),
            Named.of("POST without a body", ProbeApi::pause),
            Named.of("PATCH", api -> api.change(Probe.BODY)),
            Named.of("DELETE", ProbeApi::delete))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void writeIsNotSentOnAConnectionTheServerClosesAtItsSecondRequest(Consumer<ProbeApi> write) {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.onlyOncePerConnection(Scripts.json("{}")));
        Probe probe = Probe.of(server)) {
      probe.api().read();

      write.accept(probe.api());
      write.accept(probe.api());

      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void writeDoesNotMeetAConnectionTheServerHasClosed(Consumer<ProbeApi> write) {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.thenClose(Scripts.json("{}")));
        Probe probe = Probe.of(server)) {
      probe.api().read();
      server.awaitNoConnection();

      write.accept(probe.api());

      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void writeIsNotResentWhenTheAnswerIsLost(Consumer<ProbeApi> write) {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      warm(server, probe, true);
      server.then(Scripts.drop());

      assertThatThrownBy(() -> write.accept(probe.api())).isInstanceOf(OpenHandsException.class);

      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void writeIsNotResentWhenTheServerAsksForItAtOnce(Consumer<ProbeApi> write) {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.status(503, "Retry-After: 0"));
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> write.accept(probe.api())).isInstanceOf(OpenHandsException.class);

      assertThat(server.requests()).hasSize(1);
    }
  }

  /** An answer that is read with a demand to Feign for another attempt. */
  @JsonDeserialize(using = Demand.class)
  record Demanding() {}

  static final class Demand extends JsonDeserializer<Demanding> {
    @Override
    public Demanding deserialize(JsonParser json, DeserializationContext context) {
      Request request =
          Request.create(Request.HttpMethod.POST, "/starts", Map.of(), null, null, null);
      throw new RetryableException(200, "again", Request.HttpMethod.POST, 0L, request);
    }
  }

  interface DemandingApi {
    @RequestLine("POST /starts")
    @Headers("Content-Type: application/json")
    Demanding start(Map<String, String> body);
  }

  @Test
  void startIsNotResentEvenIfFeignIsAskedToRepeatIt() {
    try (ScriptedServer server = ScriptedServer.start();
        FeignClients clients = new FeignClients(Probe.options(server).build())) {
      DemandingApi api = clients.target(DemandingApi.class);

      assertThatThrownBy(() -> api.start(Probe.BODY)).isInstanceOf(OpenHandsException.class);

      assertThat(server.count("POST")).isEqualTo(1);
    }
  }

  @Test
  void readIsSentOnceWhenThePooledConnectionBreaks() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.onlyOncePerConnection(Scripts.json("{}")));
        Probe probe = Probe.of(server)) {
      probe.api().read();

      assertThatThrownBy(() -> probe.api().read()).isInstanceOf(OpenHandsException.class);

      assertThat(server.requests())
          .extracting(RecordedRequest::connection, RecordedRequest::position)
          .containsExactly(tuple(1, 1), tuple(1, 2));
    }
  }

  @Test
  void readsShareAConnection() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      for (int i = 0; i < 5; i++) {
        probe.api().read();
      }

      assertThat(server.requests()).hasSize(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("resendable")
  void readIsSentOncePerCall(Script failure) {
    try (ScriptedServer server = ScriptedServer.start().then(failure);
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.api().read()).isInstanceOf(OpenHandsException.class);

      assertThat(server.count("GET")).isEqualTo(1);
    }
  }

  static Stream<Arguments> resendable() {
    return Stream.of(
        Arguments.of(Named.of("503 at once", Scripts.status(503, "Retry-After: 0"))),
        Arguments.of(Named.of("408", Scripts.status(408))),
        Arguments.of(Named.of("drop", Scripts.drop())));
  }

  private static Request.Options limit(Script failure) {
    return Probe.within(Duration.ofSeconds(failure == SILENCE ? 1 : 60));
  }

  private static void warm(ScriptedServer server, Probe probe, boolean warm) {
    if (warm) {
      probe.api().read();
      assertThat(server.count("GET")).isEqualTo(1);
    }
  }
}
