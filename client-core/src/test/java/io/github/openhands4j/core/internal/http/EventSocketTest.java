package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where sockets may go, and what is said of those that fail. */
@Timeout(60)
class EventSocketTest {

  private static final String KEY = "fake-sandbox-key";
  private static final String OPERATION = "GET /sockets/events/{id} (WebSocket)";

  /** How a socket ended. */
  private record End(int code, OpenHandsException failure) {}

  private static final class Listening implements EventSocket.Listener {
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final Semaphore texts = new Semaphore(0);

    @Override
    public void opened(Consumer<String> answers) {
      answers.accept("hello");
    }

    @Override
    public void arrived(String text) {
      first.complete(text);
      texts.release();
    }

    @Override
    public void ended(int code, OpenHandsException failure) {
      end.complete(new End(code, failure));
    }
  }

  private static ClientOptions beside(String baseUrl) {
    return ClientOptions.builder().baseUrl(baseUrl).apiKey("sk-test-not-a-key").build();
  }

  @Test
  void loopbackIsNotConnectedToBesideAPublicServer() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        EventSockets sockets =
            new EventSockets(
                beside("https://203.0.113.7"),
                URI.create("https://127.0.0.1:" + door.getLocalPort()))) {
      Listening listening = new Listening();
      EventSocket unused =
          sockets.open("/sockets/events/1", OPERATION, ApiKey.of(KEY), null, listening);

      End end = listening.end.join();
      assertThat(end.failure().code()).isEqualTo(ErrorCode.ADDRESS_REFUSED);
      door.setSoTimeout(1);
      assertThatThrownBy(door::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void socketThatStandsAtOnceIsSpokenTo() {
    SocketInHand server = new SocketInHand();
    Listening listening = new Listening();

    EventSocket unused =
        new EventSocket(
            (request, ears) -> {
              ears.onOpen(server, server.taken(request));
              return server;
            },
            server.request(),
            OPERATION,
            new MessageBound(1_000),
            listening);

    assertThat(server.heard()).containsExactly("hello");
    assertThat(listening.end).isNotDone();
  }

  /** What a server may do that was asked for no compression, and does it all the same. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void compressionIsNotOfferedAndNotAccepted(boolean forced) throws IOException {
    try (SocketServer server = new SocketServer(forced ? "permessage-deflate" : "");
        EventSockets sockets = new EventSockets(beside(server.url().toString()), server.url())) {
      Listening listening = new Listening();
      EventSocket unused = sockets.open("/sockets/events/1", OPERATION, null, null, listening);
      assertThat(server.head()).doesNotContainIgnoringCase("sec-websocket-extensions");
      server.frame(forced ? 0xc1 : 0x81, "one");

      if (forced) {
        assertThat(listening.end.join().failure()).hasMessageContaining("ProtocolException");
      } else {
        assertThat(listening.first.join()).isEqualTo("one");
      }
    }
  }

  /** Each message counts by itself, however many there are; one that goes on and on is cut. */
  @Test
  void messageMayBeAsLargeAsAnAnswer() throws IOException {
    ClientOptions small =
        ClientOptions.builder()
            .baseUrl("http://127.0.0.1")
            .apiKey("sk-test-not-a-key")
            .maxAnswerBytes(100_000)
            .build();
    try (SocketServer server = new SocketServer("");
        EventSockets sockets = new EventSockets(small, server.url())) {
      Listening listening = new Listening();
      EventSocket unused = sockets.open("/sockets/events/1", OPERATION, null, null, listening);
      String head = server.head();
      assertThat(head).contains("/sockets/events/1");
      String piece = "x".repeat(50_000);
      for (int message = 0; message < 10; message++) {
        server.frame(0x01, piece);
        server.frame(0x80, piece);
      }
      listening.texts.acquireUninterruptibly(10);
      assertThat(listening.end).isNotDone();

      server.frame(0x01, piece);
      try {
        for (int pieces = 0; pieces < 100; pieces++) {
          server.frame(0x00, piece);
        }
      } catch (IOException hungUp) {
        // before it had heard all
      }
      End end = listening.end.join();
      assertThat(end.failure().code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE);
      assertThat(end.failure()).hasMessageContaining("max-answer-bytes");
    }
  }

  @Test
  void refusalIsToldByItsStatusAndWithoutTheKey() throws IOException {
    CompletableFuture<String> head = new CompletableFuture<>();
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + door.getLocalPort());
      Thread server = new Thread(() -> refuse(door, head));
      server.setDaemon(true);
      server.start();
      try (EventSockets sockets = new EventSockets(beside(url.toString()), url)) {
        Listening listening = new Listening();
        EventSocket unused =
            sockets.open("/sockets/events/1", OPERATION, null, ApiKey.of(KEY), listening);

        End end = listening.end.join();
        assertThat(end.code()).isEqualTo(403);
        assertThat(end.failure()).hasMessageContaining("403").hasMessageContaining(OPERATION);
        assertThat(end.failure().toString()).doesNotContain(KEY);
        assertThat(head.join())
            .contains("GET /sockets/events/1?session_api_key=" + KEY)
            .containsIgnoringCase("upgrade: websocket")
            .doesNotContain("sk-test-not-a-key");
      }
    }
  }

  private static void refuse(ServerSocket door, CompletableFuture<String> head) {
    try (Socket visitor = door.accept()) {
      InputStream in = visitor.getInputStream();
      StringBuilder text = new StringBuilder();
      while (text.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        text.append((char) next);
      }
      head.complete(text.toString());
      visitor
          .getOutputStream()
          .write(
              "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      head.completeExceptionally(e);
    }
  }
}
