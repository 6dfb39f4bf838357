package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer of any size comes as it is sent, and nobody holds it. */
@Timeout(60)
class StreamedBodiesTest {

  private static final String OCTETS = "Content-Type: application/octet-stream";
  private static final long SEED = 7;

  /** What sockets, the pipe and OkHttp hold together at the most. */
  private static final long HELD = 16L << 20;

  @Test
  void bodyBeyondTheLimitForJsonIsReadToItsEnd() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.endlessBody("Connection: close"));
        Probe probe = Probe.of(Probe.options(server).maxAnswerBytes(1024).build());
        StreamedAnswer answer = probe.streams().any()) {
      assertThat(answer.body().transferTo(OutputStream.nullOutputStream())).isEqualTo(256L << 20);
      assertThat(answer.body().read()).isEqualTo(-1);
    }
  }

  @Test
  void serverIsReadOnlyAsFastAsTheReader() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.endlessBody("Connection: close"));
        Probe probe = Probe.of(server)) {
      try (StreamedAnswer answer = probe.streams().any()) {
        assertThat(answer.body().readNBytes(1 << 20)).hasSize(1 << 20);
      }
      server.awaitNoConnection();

      assertThat(server.bytesSent()).isLessThan(HELD);
    }
  }

  @Test
  void bytesArriveUnchangedHoweverTheyAreCut() throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(SEED).nextBytes(bytes);
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      for (int chunk : new int[] {999, 65_536, 300_000}) {
        server.then(Scripts.chunked(OCTETS, bytes, chunk));
      }
      for (int i = 0; i < 3; i++) {
        try (StreamedAnswer answer = probe.streams().any()) {
          assertThat(answer.body().readAllBytes()).isEqualTo(bytes);
        }
      }
    }
  }

  @Test
  void bytesAreReadOneByOneToo() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start()
                .then(Scripts.chunked(OCTETS, new byte[] {0, 1, (byte) 0xff, 13, 10}, 2));
        Probe probe = Probe.of(server);
        StreamedAnswer answer = probe.streams().any()) {
      int[] read = new int[6];
      for (int i = 0; i < read.length; i++) {
        read[i] = answer.body().read();
      }
      assertThat(read).containsExactly(0, 1, 255, 13, 10, -1);
    }
  }

  @Test
  void connectionIsUsedAgainAfterABodyWasReadToItsEnd() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.chunked(OCTETS, new byte[] {1}, 1));
        Probe probe = Probe.of(server)) {
      for (int i = 0; i < 3; i++) {
        try (StreamedAnswer answer = probe.streams().any()) {
          assertThat(answer.body().readAllBytes()).hasSize(1);
        }
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void headIsThereBeforeTheBody() throws IOException {
    String head =
        Scripts.head(
            206,
            "Content-Type: Application/Zip; x=y",
            "Content-Length: 3",
            "Content-Disposition: attachment; filename=\"a.zip\"",
            "Set-Cookie: a=b");
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.stallAfter(head + "ab"));
        Probe probe = Probe.of(server);
        StreamedAnswer answer = probe.streams().zip()) {
      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.contentType()).contains("application/zip");
      assertThat(answer.contentLength()).hasValue(3);
      assertThat(answer.headers())
          .containsKey("content-disposition")
          .doesNotContainKey("set-cookie");
      assertThat(answer.body().readNBytes(2)).asString().isEqualTo("ab");
    }
  }

  @Test
  void noPackingIsAskedForAndNoneAccepted() {
    Script packed = Scripts.answer(200, "application/octet-stream", "x", "Content-Encoding: gzip");
    try (ScriptedServer server = ScriptedServer.start().then(packed);
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.streams().any())
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("encoded");
      assertThat(server.requests().get(0).header("Accept-Encoding")).contains("identity");
      server.awaitNoConnection();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, ANSWER_IS_HTML",
    "text/html; charset=utf-8, ANSWER_IS_HTML",
    "application/json, ANSWER_UNREADABLE",
    "application/zipped, ANSWER_UNREADABLE",
  })
  void answerOfAnotherKindIsRefusedAndDropped(String type, ErrorCode code) {
    Script page =
        Scripts.stallAfter(
            Scripts.head(200, "Content-Type: " + type, "Content-Length: 100") + "<html>");
    try (ScriptedServer server = ScriptedServer.start().then(page);
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.streams().zip())
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class, e -> assertThat(e.code()).isEqualTo(code));
      server.awaitNoConnection();
    }
  }

  @Test
  void webPageThatIsSentAsAFileIsAFile() throws IOException {
    Script file =
        Scripts.answer(
            200, "text/html", "<p>", "Content-Disposition: attachment; filename=\"a.html\"");
    try (ScriptedServer server =
            ScriptedServer.start().then(file, Scripts.answer(200, "text/html", "<p>"));
        Probe probe = Probe.of(server)) {
      try (StreamedAnswer answer = probe.streams().any()) {
        assertThat(answer.body().readAllBytes()).asString().isEqualTo("<p>");
      }
      assertThatThrownBy(() -> probe.streams().any())
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_IS_HTML));
    }
  }

  @Test
  void errorIsReadAsAWholeAndThrown() {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.status(404));
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.streams().any())
          .isInstanceOfSatisfying(
              NotFoundException.class, e -> assertThat(e.serverMessage()).contains("scripted"));
    }
  }

  @Test
  void oversizedErrorIsLeftAtTheLimit() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.answer(500, "text/plain", "x".repeat(2000)));
        Probe probe = Probe.of(Probe.options(server).maxAnswerBytes(1024).build())) {
      assertThatThrownBy(() -> probe.streams().any())
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
    }
  }

  @Test
  void redirectIsRefused() {
    try (ScriptedServer other = ScriptedServer.start();
        ScriptedServer server =
            ScriptedServer.start().then(Scripts.status(307, "Location: " + other.uri()));
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.streams().any()).hasMessageContaining("Redirects");
      assertThat(other.connections()).isZero();
      assertThat(server.requests()).hasSize(1);
    }
  }
}
