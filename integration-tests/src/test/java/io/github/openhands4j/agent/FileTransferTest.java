package io.github.openhands4j.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.Content;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.testing.LoopbackDoor;
import io.github.openhands4j.v1.OpenHandsClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  /** Bytes that are made while they are read, and how often they were. */
  private static final class Source {
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final long length;

    Source(long length) {
      this.length = length;
    }

    Content content(long told) {
      return Content.of(
          told,
          () -> {
            opened.incrementAndGet();
            return new InputStream() {
              private long left = length;

              @Override
              public int read() {
                return left-- > 0 ? 'x' : -1;
              }

              @Override
              public int read(byte[] into, int offset, int count) {
                int read = (int) Math.min(left, count);
                Arrays.fill(into, offset, offset + read, (byte) 'x');
                left -= read;
                return read == 0 && count > 0 ? -1 : read;
              }

              @Override
              public void close() {
                closed.incrementAndGet();
              }
            };
          });
    }
  }

  @Test
  void fileIsSentWhileItIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[] {1, 2, 13, 10, 13, 10, 3});
    try (AgentWorld world = world(request -> OK)) {
      world.server().upload("/w/a", Content.of(file));

      assertThat(world.agent.requests()).hasSize(1);
      assertThat(world.agent.requests().get(0).body())
          .contains("filename=\"a\"")
          .contains("\r\n\r\n\u0001\u0002\r\n\r\n\u0003\r\n--");
    }
  }

  @Test
  void largeContentNeedsNoMemory() {
    long size = (2L << 30) + 1; // more than an array holds
    Source source = new Source(size);
    AtomicLong arrived = new AtomicLong();
    try (LoopbackDoor agent = new LoopbackDoor("draining", socket -> drain(socket, arrived));
        RecordingServer app = RecordingServer.answering(Reply.json("{}"));
        OpenHandsClient client = OpenHandsClient.create(AgentWorld.options(app).build())) {
      client
          .agentServer(AgentWorld.conversation(agent.baseUrl().toString(), AgentWorld.SANDBOX_KEY))
          .upload("/w/a", source.content(size));
    }

    assertThat(arrived.get()).isGreaterThan(size).isLessThan(size + 1_000);
    assertThat(source.opened).hasValue(1);
    assertThat(source.closed).hasValue(1);
  }

  private static void drain(Socket socket, AtomicLong arrived) {
    try (socket) {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      long length =
          head.toString()
              .lines()
              .filter(line -> line.startsWith("Content-Length: "))
              .mapToLong(line -> Long.parseLong(line.substring(16)))
              .sum();
      byte[] piece = new byte[1 << 16];
      while (arrived.get() < length) {
        arrived.addAndGet(in.read(piece, 0, (int) Math.min(piece.length, length - arrived.get())));
      }
      socket.getOutputStream().write(OK.bytes());
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void contentIsOpenedAnewForAnOlderServer() {
    Source source = new Source(100_000);
    try (AgentWorld world = world(request -> asksByQuery(request) ? NO_ROUTE : OK)) {
      world.server().upload("/w/a", source.content(100_000));

      assertThat(world.agent.lines())
          .containsExactly("POST /api/file/upload?path=/w/a", "POST /api/file/upload//w/a");
      assertThat(world.agent.requests().get(1).body()).contains("x".repeat(100_000));
      assertThat(source.opened).hasValue(2);
      assertThat(source.closed).hasValue(2);
    }
  }

  @Test
  void contentWhoseAnswerIsLostIsNotSentAgain() {
    Source source = new Source(100_000);
    try (AgentWorld world = world(request -> null)) {
      assertThatThrownBy(() -> world.server().upload("/w/a", source.content(100_000)))
          .isInstanceOf(TransportException.class);
      assertThat(world.agent.requests()).hasSize(1);
      assertThat(source.opened).hasValue(1);
      assertThat(source.closed).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {99_999, 100_001})
  void contentOfAnotherLengthFailsAndIsNotSentAgain(long told) {
    Source source = new Source(100_000);
    try (AgentWorld world = world(request -> OK)) {
      assertThatThrownBy(() -> world.server().upload("/w/a", source.content(told)))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTENT_UNREADABLE))
          .hasMessageContaining("than it was said to be")
          .rootCause()
          .hasMessageContaining("than it was said to be");
      assertThat(source.opened).hasValue(1);
      assertThat(source.closed).hasValue(1);
    }
  }

  @Test
  void uploadThatGoesOnMayTakeLongerThanWriteTimeout() {
    try (RecordingServer agent = RecordingServer.answering(OK);
        RecordingServer app = RecordingServer.answering(Reply.json("{}"));
        OpenHandsClient client =
            OpenHandsClient.create(
                AgentWorld.options(app).writeTimeout(Duration.ofMillis(800)).build())) {
      client
          .agentServer(AgentWorld.conversation(agent.url().toString(), AgentWorld.SANDBOX_KEY))
          .upload("/w/a", Content.of(40, () -> dripping(40, Duration.ofMillis(25))));

      assertThat(agent.requests()).hasSize(1);
      assertThat(agent.requests().get(0).body()).contains("\r\n\r\n" + "x".repeat(40) + "\r\n--");
    }
  }

  private static InputStream dripping(int bytes, Duration pause) {
    return new InputStream() {
      private int left = bytes;

      @Override
      public int read() {
        LockSupport.parkNanos(pause.toNanos());
        return left-- > 0 ? 'x' : -1;
      }

      @Override
      public int read(byte[] into, int offset, int count) {
        int read = read();
        into[offset] = 'x';
        return read < 0 ? -1 : 1;
      }
    };
  }

  @Test
  void fileThatIsNotThereIsNotSent(@TempDir Path folder) {
    try (AgentWorld world = world(request -> OK)) {
      assertThatThrownBy(() -> world.server().upload("/w/a", Content.of(folder.resolve("none"))))
          .isInstanceOf(ConfigurationException.class)
          .satisfies(
              e -> assertThat(e.getSuppressed()).hasOnlyElementsOfType(NoSuchFileException.class));
      assertThat(world.agent.requests()).isEmpty();
    }
  }

  @Test
  void serverThatTakesNothingMoreEndsTheCallInTime() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        RecordingServer app = RecordingServer.answering(Reply.json("{}"));
        OpenHandsClient client =
            OpenHandsClient.create(
                AgentWorld.options(app).writeTimeout(Duration.ofMillis(300)).build())) {
      String url = "http://127.0.0.1:" + deaf.getLocalPort();
      assertThatThrownBy(
              () ->
                  client
                      .agentServer(AgentWorld.conversation(url, AgentWorld.SANDBOX_KEY))
                      .upload("/w/a", new Source(1L << 40).content(1L << 40)))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              e -> assertThat(e.requestMayHaveBeenSent()).isTrue());
    }
  }
}
