package io.github.openhands4j.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.faults.stub.StubRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a sandbox, on servers of either age. */
class FileTransferTest {

  private static final Reply NO_ROUTE = Reply.json(404, "{\"detail\":\"Not Found\"}");
  private static final Reply OK = Reply.json("{\"success\":true}");
  private static final Reply FILE = Reply.file("application/octet-stream", "\u0000\u00ffbytes");

  private static AgentWorld world(Function<StubRequest, @Nullable Reply> replies) {
    return AgentWorld.with(new RecordingServer(replies));
  }

  private static boolean asksByQuery(StubRequest request) {
    return request.target().contains("?path=");
  }

  private static byte[] read(AgentWorld world) throws IOException {
    try (StreamedAnswer answer = world.server().download("/w/a")) {
      return answer.body().readAllBytes();
    }
  }

  @Test
  void newerServerIsAskedOnce() throws IOException {
    try (AgentWorld world = world(request -> FILE)) {
      assertThat(read(world)).isEqualTo("\u0000\u00ffbytes".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(world.agent.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 307})
  void olderServerIsAskedInItsForm(int status) throws IOException {
    Reply unknown =
        switch (status) {
          case 404 -> NO_ROUTE;
          case 307 -> Reply.redirect("/api/file/download/");
          default -> Reply.json(status, "{\"detail\":\"Method Not Allowed\"}");
        };
    try (AgentWorld world = world(request -> asksByQuery(request) ? unknown : FILE)) {
      assertThat(read(world)).hasSize(7);
      assertThat(world.agent.lines())
          .containsExactly("GET /api/file/download?path=/w/a", "GET /api/file/download//w/a");
    }
  }

  @Test
  void missingFileIsMissingWithoutASecondRequest() {
    try (AgentWorld world = world(request -> Reply.json(404, "{\"detail\":\"File not found\"}"))) {
      assertThatThrownBy(() -> read(world)).isInstanceOf(NotFoundException.class);
      assertThat(world.agent.requests()).hasSize(1);
    }
  }

  @Test
  void missingFileThatIsToldAsAMissingRouteIsMissing() {
    try (AgentWorld world = world(request -> NO_ROUTE)) {
      assertThatThrownBy(() -> read(world))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("GET /api/file/download ->");
      assertThat(world.agent.requests()).hasSize(2);
    }
  }

  @Test
  void otherRefusalIsFinal() {
    try (AgentWorld world = world(request -> Reply.json(400, "{\"detail\":\"no\"}"))) {
      assertThatThrownBy(() -> read(world)).isInstanceOf(BadRequestException.class);
      assertThat(world.agent.requests()).hasSize(1);
    }
  }

  @Test
  void uploadIsMadeInTheFormOfAnOlderServer() {
    byte[] bytes = {0, (byte) 0xff, 13, 10, '-', '-'};
    try (AgentWorld world = world(request -> asksByQuery(request) ? NO_ROUTE : OK)) {
      world.server().upload("/w/b c.bin", bytes);

      assertThat(world.agent.lines())
          .containsExactly(
              "POST /api/file/upload?path=/w/b%20c.bin", "POST /api/file/upload//w/b%20c.bin");
      assertThat(world.agent.requests().get(1).body())
          .contains("name=\"file\"; filename=\"b c.bin\"")
          .contains("\r\n\r\n" + new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n--");
    }
  }

  @Test
  void uploadWhoseAnswerIsLostIsNotSentAgain() {
    try (AgentWorld world = world(request -> null)) {
      assertThatThrownBy(() -> world.server().upload("/w/a", new byte[1]))
          .isInstanceOf(TransportException.class);
      assertThat(world.agent.requests()).hasSize(1);
    }
  }

  @Test
  void failedUploadIsNotTriedInTheOtherForm() {
    try (AgentWorld world = world(request -> Reply.json(500, "{\"detail\":\"no\"}"))) {
      assertThatThrownBy(() -> world.server().upload("/w/a", new byte[1]))
          .isInstanceOf(ApiException.class);
      assertThat(world.agent.requests()).hasSize(1);
    }
  }
}
