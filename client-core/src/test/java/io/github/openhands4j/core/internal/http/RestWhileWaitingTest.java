package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.core.testing.Callers;
import io.github.openhands4j.core.testing.Callers.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While an answer is awaited or a socket stands, nothing looks again and again. */
@Timeout(30)
class RestWhileWaitingTest {

  private static final Logger WORK = Logger.getLogger("okhttp3.internal.concurrent.TaskRunner");

  /** What a pool says of one look, three or four lines, a few times over. */
  private static final int SOME_LINES = 100;

  private final AtomicInteger lines = new AtomicInteger();
  private final Handler counting =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.incrementAndGet();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    counting.setLevel(Level.ALL);
    WORK.addHandler(counting);
    WORK.setLevel(Level.ALL);
    WORK.setUseParentHandlers(false);
  }

  @AfterEach
  void listenNoMore() {
    WORK.removeHandler(counting);
    WORK.setLevel(null);
    WORK.setUseParentHandlers(true);
  }

  @Test
  void awaitedAnswerCostsNoLooks() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        HttpTransport transport = transport(silent)) {
      Callers.Running call = Callers.start(Kind.PLATFORM, () -> send(transport, silent));
      try (Socket came = silent.accept()) {
        assertThat(came.getInputStream().read()).isEqualTo('P');
        assertThat(lines).as("the pool is heard").hasPositiveValue();
        lines.set(0);

        otherWork();

        assertThat(lines).hasValueLessThan(SOME_LINES);
      }
      call.end();
    }
  }

  @Test
  void standingSocketCostsNoLooks() throws Exception {
    try (SocketServer server = new SocketServer("");
        EventSockets sockets = new EventSockets(options(server.url()), server.url())) {
      CountDownLatch stands = new CountDownLatch(1);
      EventSocket unused =
          sockets.open(
              "/sockets/events/1",
              "GET /sockets/events/{id}",
              ApiKey.of("fake-sandbox-key"),
              null,
              standing(stands));
      server.head();
      stands.await();
      assertThat(lines).as("the pool is heard").hasPositiveValue();
      lines.set(0);

      otherWork();

      assertThat(lines).hasValueLessThan(SOME_LINES);
    }
  }

  /** Takes long enough for thousands of looks, however fast the machine is. */
  private static void otherWork() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket near = new Socket(door.getInetAddress(), door.getLocalPort());
        Socket far = door.accept()) {
      for (int i = 0; i < 20_000; i++) {
        near.getOutputStream().write(1);
        far.getInputStream().read();
      }
    }
  }

  private static EventSocket.Listener standing(CountDownLatch stands) {
    return new EventSocket.Listener() {
      @Override
      public void opened(Consumer<String> answers) {
        stands.countDown();
      }

      @Override
      public void arrived(String text) {}

      @Override
      public void ended(int code, OpenHandsException failure) {}
    };
  }

  private static feign.Response send(HttpTransport transport, ServerSocket server) {
    Request request =
        Request.create(
            Request.HttpMethod.POST,
            url(server) + "/starts",
            Map.of(),
            new byte[] {1},
            StandardCharsets.UTF_8,
            null);
    return transport.execute(
        request, new Request.Options(10, TimeUnit.SECONDS, 20, TimeUnit.SECONDS, false));
  }

  private static HttpTransport transport(ServerSocket server) {
    return new HttpTransport(
        options(url(server)), new ServerClock(TimeSource.system()), AddressGuard.NONE);
  }

  private static ClientOptions options(URI url) {
    return ClientOptions.builder()
        .baseUrl(url)
        .noApiKey()
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  private static URI url(ServerSocket server) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }
}
