package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.FilePart;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.RecordedRequest;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way to a server, and the paths that name them. */
class UploadTest {

  @Test
  void everyByteArrivesAsItIs() {
    byte[] bytes = new byte[512];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.json("{\"success\":true}"));
        Probe probe = Probe.of(server)) {
      assertThat(probe.streams().upload("/w/a b", FilePart.of("a b", bytes)).success()).isTrue();

      RecordedRequest request = server.requests().get(0);
      String type = request.header("Content-Type").orElseThrow();
      assertThat(type).startsWith("multipart/form-data; boundary=openhands4j-");
      String boundary = type.substring(type.indexOf('=') + 1);
      assertThat(request.headers()).filteredOn(h -> h.startsWith("Content-Type")).hasSize(1);
      assertThat(server.receivedText())
          .endsWith(
              "\r\n\r\n--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a b\"\r\n"
                  + "Content-Type: application/octet-stream\r\n\r\n"
                  + new String(bytes, StandardCharsets.ISO_8859_1)
                  + "\r\n--"
                  + boundary
                  + "--\r\n");
    }
  }

  @Test
  void uploadIsSentOnceWhenItsAnswerIsLost() {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.drop());
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.streams().upload("/a", FilePart.of("a", new byte[3])))
          .hasMessageContaining("POST /upload");
      assertThat(server.count("POST")).isEqualTo(1);
    }
  }

  @Test
  void nameOfAFileCannotEndItsHeader() {
    byte[] form =
        BodyEncoder.bytes(
            new FileForm("file", List.of(FilePart.of("a\"b\r\nX: 1\u00e9", new byte[0]))), "B");

    assertThat(new String(form, StandardCharsets.UTF_8))
        .contains("filename=\"a%22b%0D%0AX: 1\u00e9\"\r\n");
  }

  @Test
  void partKeepsItsBytesToItself() {
    byte[] bytes = {1, 2};
    FilePart part = FilePart.of("x", bytes);
    bytes[0] = 9;
    part.content()[1] = 9;

    assertThat(part.content()).containsExactly(1, 2);
    assertThat(part).hasToString("FilePart[bytes=2]");
  }

  @ParameterizedTest
  @CsvSource({
    "/w/a.txt, //w/a.txt",
    "/w/a b, //w/a%20b",
    "/w/100%25, //w/100%2525",
    "/w/%2e%2e/x, //w/%252e%252e/x",
    "/w/a?b#c&d=e+f, //w/a%3Fb%23c%26d%3De%2Bf",
    "/w/{x}, //w/%7Bx%7D",
    "/w/\u00e9, //w/%C3%A9",
    "/w/..a/b.., //w/..a/b..",
  })
  void pathIsEncodedOnceInBothForms(String path, String sent) {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.answer(200, "application/octet-stream", "x"));
        Probe probe = Probe.of(server)) {
      try (StreamedAnswer byPath = probe.streams().byPath(path);
          StreamedAnswer byQuery = probe.streams().byQuery(path)) {
        assertThat(byPath.status() + byQuery.status()).isEqualTo(400);
      }
      assertThat(server.requests().get(0).target()).isEqualTo("/download" + sent);
      assertThat(server.requests().get(1).target().replace("%2F", "/"))
          .isEqualTo("/download?path=" + sent.substring(1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a/b",
        "../a",
        "/..",
        "/a/../b",
        "/a/.",
        "/./a",
        "\\a",
        "/a\\..\\b",
        "/a\nb",
        "/a\u0000",
        "//../x"
      })
  void pathThatCouldClimbIsRefusedBeforeAnythingIsSent(String path) {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.streams().byPath(path))
          .isInstanceOf(ConfigurationException.class);
      assertThatThrownBy(() -> probe.streams().byQuery(path))
          .isInstanceOf(ConfigurationException.class);
      assertThat(server.connections()).isZero();
    }
  }
}
