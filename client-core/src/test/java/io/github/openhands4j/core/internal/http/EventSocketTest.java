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
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where sockets may go, and what is said of those that fail. */
@Timeout(60)
class EventSocketTest {

  private static final String KEY = "fake-sandbox-key";
  private static final String OPERATION = "GET /sockets/events/{id} (WebSocket)";

  /** How a socket ended. */
  private record End(int code, OpenHandsException failure) {}

  private static final class Listening implements EventSocket.Listener {
    private final CompletableFuture<End> end = new CompletableFuture<>();

    @Override
    public void opened(Consumer<String> answers) {
      answers.accept("hello");
    }

    @Override
    public void arrived(String text) {}

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
            listening);

    assertThat(server.heard()).containsExactly("hello");
    assertThat(listening.end).isNotDone();
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
