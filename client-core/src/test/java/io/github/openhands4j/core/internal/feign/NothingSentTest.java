package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Nothing was sent" is said only when it is certain. */
class NothingSentTest {

  @Test
  void refusedConnectionSentNothing() {
    ScriptedServer gone = ScriptedServer.start();
    gone.close();
    try (Probe probe = Probe.of(gone)) {
      fails(probe, ErrorCode.NOT_SENT, false);
    }
  }

  @Test
  void unknownHostSentNothing() {
    ClientOptions options =
        ClientOptions.builder().baseUrl("https://no-such-host.invalid").apiKey(Probe.KEY).build();
    try (Probe probe = Probe.of(options)) {
      fails(probe, ErrorCode.NOT_SENT, false);
    }
  }

  @Test
  void connectionThatIsNotTakenSentNothing() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, waiting);
      ClientOptions options =
          ClientOptions.builder()
              .baseUrl("http://127.0.0.1:" + full.getLocalPort())
              .apiKey(Probe.KEY)
              .connectTimeout(Duration.ofMillis(300))
              .readTimeout(Duration.ofSeconds(20))
              .build();
      long begun = System.nanoTime();
      try (Probe probe = Probe.of(options)) {
        fails(probe, ErrorCode.NOT_SENT, false);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void serverThatSpeaksNoTlsSawNoRequest() {
    try (ScriptedServer plain = ScriptedServer.start().resetInTheRequest();
        Probe probe =
            Probe.of(Probe.options(plain).baseUrl("https://127.0.0.1:" + plain.port()).build())) {
      fails(probe, ErrorCode.NOT_SENT, false);
    }
  }

  @Test
  void requestThatWasBegunMayHaveBeenSent() {
    try (ScriptedServer server = ScriptedServer.start().resetInTheRequest();
        Probe probe = Probe.of(server)) {
      fails(probe, ErrorCode.CONNECTION_LOST, true);

      assertThat(server.requests()).isEmpty();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void requestThatWasReadMayHaveBeenSent() {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.drop());
        Probe probe = Probe.of(server)) {
      fails(probe, ErrorCode.CONNECTION_LOST, true);

      assertThat(server.count("POST")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000b", "caf\u00e9", "\ud83d\ude00"})
  void headerThatNoHeaderMayHoldIsNotSentAndNotShown(String value) {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.api().read("1", value))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.NOT_SENT);
                assertThat(e.requestMayHaveBeenSent()).isFalse();
                assertThat(e.toString()).doesNotContain(value).doesNotContain("Evil");
                assertThat(e).hasNoCause();
              });
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void bodyThatCannotBeWrittenAsJsonIsNotSentAndNotShown() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(server)) {
      Map<String, Object> body = Map.of("canary", new Object());

      assertThatThrownBy(() -> probe.api().write(body))
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_REFUSED);
                assertThat(e.requestMayHaveBeenSent()).isFalse();
                assertThat(e).hasMessageStartingWith("write was not sent").hasNoCause();
              });
      assertThat(server.connections()).isZero();
    }
  }

  private static void fails(Probe probe, ErrorCode code, boolean mayHaveBeenSent) {
    assertThatThrownBy(() -> probe.api().start(Probe.BODY))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.requestMayHaveBeenSent()).isEqualTo(mayHaveBeenSent);
              assertThat(e).hasMessageStartingWith("POST /starts");
              assertThat(e.toString()).doesNotContain(Probe.KEY);
            });
  }

  /** Connects until the kernel takes no more. */
  private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
    while (waiting.size() < 64) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 200);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
  }
}
