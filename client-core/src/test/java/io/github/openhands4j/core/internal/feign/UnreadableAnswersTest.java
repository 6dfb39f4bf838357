package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ProbeApi;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A success that cannot be read is named as what it is, and never quotes the answer. */
class UnreadableAnswersTest {

  private static final String CANARY = "canary-of-the-answer";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html><html><body>canary-of-the-answer</body></html>",
        "\n\n  <html>canary-of-the-answer</html>",
        "\uFEFF<html>canary-of-the-answer</html>",
        "<!-- canary-of-the-answer --><p>"
      })
  void webPageWithStatus200IsNamedAsSuch(String page) {
    unreadable(Scripts.answer(200, "text/html; charset=utf-8", page), ErrorCode.ANSWER_IS_HTML);
    unreadable(Scripts.answer(200, "no-such/type; charset=nope", page), ErrorCode.ANSWER_IS_HTML);
    unreadable(
        Scripts.raw(Scripts.head(200, "Connection: close") + page), ErrorCode.ANSWER_IS_HTML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "text/plain; charset=no-such-charset", "application/problem+json"})
  void jsonIsReadWhateverItIsLabeled(String contentType) {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.answer(200, contentType, "{\"a\":1}"));
        Probe probe = Probe.of(server)) {
      assertThat(probe.api().read()).hasToString("{\"a\":1}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "{\"a\":1} canary-of-the-answer",
        "{\"a\":1}{\"b\":2}",
        "{\"a\":\"canary-of-the-answer",
        "canary-of-the-answer",
        "<html>canary-of-the-answer</html>",
        "{'a':1}",
        "{\"a\":NaN}"
      })
  void bodyThatIsNoJsonDocumentIsNamed(String body) {
    unreadable(Scripts.json(body), ErrorCode.ANSWER_UNREADABLE);
  }

  @Test
  void bodyThatEndsWithTheConnectionAndIsCutIsNamed() {
    unreadable(
        Scripts.raw(Scripts.head(200, "Content-Type: application/json") + "{\"a\":\"" + CANARY),
        ErrorCode.ANSWER_CUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 500\r\n\r\n{\"a\":1}",
        "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n",
        "Transfer-Encoding: chunked\r\n\r\n50\r\n{\"a\":1}",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"a\":1}",
        "Content-Encoding: gzip\r\n\r\n{\"a\":1}"
      })
  void bodyThatBreaksOffIsALostConnection(String rest) {
    try (ScriptedServer server =
            ScriptedServer.start()
                .then(Scripts.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + rest));
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.api().start(Probe.BODY))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
                assertThat(e.requestMayHaveBeenSent()).isTrue();
              });
    }
  }

  @Test
  void nestingIsReadUpToTwoHundredLevels() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.json("[".repeat(200) + "]".repeat(200)));
        Probe probe = Probe.of(server)) {
      assertThat(probe.api().read()).isNotNull();
    }
    unreadable(Scripts.json("[".repeat(201) + "]".repeat(201)), ErrorCode.ANSWER_UNREADABLE);
    unreadable(Scripts.json("[".repeat(100_000)), ErrorCode.ANSWER_UNREADABLE);
    unreadable(Scripts.json("{\"a\":".repeat(100_000)), ErrorCode.ANSWER_UNREADABLE);
  }

  @Test
  void hugeNumberAndHugeNameAreRefused() {
    unreadable(Scripts.json("9".repeat(1_001)), ErrorCode.ANSWER_UNREADABLE);
    unreadable(Scripts.json("{\"" + "n".repeat(50_001) + "\":1}"), ErrorCode.ANSWER_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"canary-of-the-answer\"",
        "{}",
        "{\"id\":\"canary-of-the-answer\"}",
        "{\"id\":null}",
        "{\"id\":[1]}",
        "{\"id\":\"7f4c4779aaaa4bbb8ccc0123456789ab\",\"created_at\":\"canary-of-the-answer\"}",
        "{\"id\":\"7f4c4779aaaa4bbb8ccc0123456789ab\",\"created_at\":[\"canary-of-the-answer\"]}",
        "{\"id\":\"7f4c4779aaaa4bbb8ccc0123456789ab\",\"pr_number\":\"canary-of-the-answer\"}",
        "{\"id\":\"7f4c4779aaaa4bbb8ccc0123456789ab\",\"session_api_key\":{\"canary-of-the-answer\":1}}"
      })
  void jsonOfAnotherShapeIsNamed(String body) {
    unreadable(Scripts.json(body), ErrorCode.ANSWER_UNREADABLE, ProbeApi::conversation);
  }

  @Test
  void nullIsNull() {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.json("null"));
        Probe probe = Probe.of(server)) {
      assertThat(probe.api().conversation()).isNull();
    }
  }

  private static void unreadable(Script answer, ErrorCode code) {
    unreadable(answer, code, ProbeApi::read);
    unreadable(answer, code, api -> api.start(Probe.BODY));
  }

  private static void unreadable(
      Script answer, ErrorCode code, Function<ProbeApi, @Nullable Object> call) {
    try (ScriptedServer server = ScriptedServer.start().then(answer);
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> call.apply(probe.api()))
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class,
              e -> {
                assertThat(e.code()).isEqualTo(code);
                assertThat(e.status()).isEqualTo(200);
                assertThat(e.requestMayHaveBeenSent()).isTrue();
                assertThat(everything(e)).doesNotContain(CANARY);
              });
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static String everything(OpenHandsException e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
