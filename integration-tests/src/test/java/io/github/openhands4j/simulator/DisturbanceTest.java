package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static io.github.openhands4j.simulator.Caller.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single calls that go wrong, with the start taken or not. */
class DisturbanceTest {

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final String request = Caller.request(UUID.randomUUID().toString());

  @AfterEach
  void stop() {
    server.close();
  }

  private void bothWays(UnaryOperator<Disturbance> how, ThrowingCall check) throws IOException {
    server.disturbNextStart(how.apply(Disturbance.notTaken()));
    check.run();
    assertThat(server.startTasks()).isEmpty();
    server.disturbNextStart(how.apply(Disturbance.taken()));
    check.run();
    assertThat(server.startTasks()).hasSize(1);
    assertThat(server.journal().starts()).isEqualTo(2);
    assertThat(caller.post(STARTS, "{}").status()).isEqualTo(200);
  }

  private interface ThrowingCall {
    void run() throws IOException;
  }

  private void broken() {
    assertThatThrownBy(() -> caller.post(STARTS, request)).isInstanceOf(IOException.class);
  }

  @Test
  void connectionIsReset() throws IOException {
    bothWays(Disturbance::dropConnection, this::broken);
    assertThat(server.journal().requests().get(0).status()).isZero();
  }

  @Test
  void connectionIsClosed() throws IOException {
    bothWays(Disturbance::closeConnection, this::broken);
  }

  @Test
  void answerIsNoHttp() throws IOException {
    bothWays(Disturbance::garbage, this::broken);
  }

  @Test
  void answerBreaksInItsBody() throws IOException {
    bothWays(Disturbance::brokenBody, this::broken);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503})
  void answerHasAnErrorStatus(int status) throws IOException {
    bothWays(
        disturbance -> disturbance.answer(status).retryAfter("7"),
        () -> {
          Caller.Answer answer = caller.post(STARTS, request);
          assertThat(answer.status()).isEqualTo(status);
          assertThat(answer.header("retry-after")).hasValue("7");
        });
    assertThat(server.journal().requests().get(0).status()).isEqualTo(status);
  }

  @Test
  void answerIsAPage() throws IOException {
    bothWays(
        Disturbance::htmlPage,
        () -> {
          Caller.Answer answer = caller.post(STARTS, request);
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.header("content-type").orElseThrow()).startsWith("text/html");
        });
  }

  @Test
  void answerIsCutShort() throws IOException {
    server.disturbNextStart(Disturbance.taken().cutTo(40));

    Caller.Answer answer = caller.post(STARTS, request);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).hasSize(40).startsWith("{\"id\":");
    assertThat(server.startTasks()).hasSize(1);
  }

  @Test
  void answerIsLateButTheStartIsTakenAtOnce() throws Exception {
    server.disturbNextStart(Disturbance.taken().delay(Duration.ofSeconds(20)));
    Thread waiting = new Thread(this::broken);
    waiting.start();

    assertThat(server.journal().await("POST", STARTS, 1, Duration.ofSeconds(10))).isTrue();

    assertThat(server.startTasks()).hasSize(1);
    assertThat(waiting.isAlive()).isTrue();
    server.close();
    waiting.join(10_000);
    assertThat(waiting.isAlive()).isFalse();
  }

  @Test
  void startIsTakenOnlyLater() throws IOException {
    server.disturbNextStart(Disturbance.takenAfter(2).answer(504));

    assertThat(caller.post(STARTS, request).status()).isEqualTo(504);
    assertThat(caller.get(TASKS + "/count").text()).isEqualTo("0");
    assertThat(caller.get(TASKS + "/count").text()).isEqualTo("0");
    assertThat(caller.get(TASKS + "/count").text()).isEqualTo("1");
    assertThat(server.journal().starts()).isEqualTo(1);
  }

  @Test
  void startIsTakenWhenItsTimeHasCome() throws IOException {
    ManualClock clock = new ManualClock();
    try (OpenHandsSimulator timed = OpenHandsSimulator.builder().clock(clock).start()) {
      Caller other = new Caller(timed);
      timed.disturbNextStart(Disturbance.takenAfter(Duration.ofSeconds(90)).dropConnection());
      assertThatThrownBy(() -> other.post(STARTS, request)).isInstanceOf(IOException.class);

      clock.plusSeconds(89);
      assertThat(other.get(TASKS + "/count").text()).isEqualTo("0");
      clock.plusSeconds(1);
      assertThat(other.get(TASKS + "/count").text()).isEqualTo("1");
      assertThat(other.get(TASKS + "/count").text()).isEqualTo("1");
    }
  }

  @Test
  void startIsTakenTwiceThoughItWasSentOnce() throws IOException {
    server.disturbNextStart(Disturbance.takenTwice());

    assertThat(caller.post(STARTS, request).status()).isEqualTo(200);

    assertThat(server.startTasks()).hasSize(2);
    assertThat(server.journal().starts()).isEqualTo(1);
  }

  @Test
  void streamedStartIsTheNextStartToo() throws IOException {
    server.disturbNextStart(Disturbance.notTaken().answer(503));

    assertThat(caller.post(STARTS + "/stream-start", request).status()).isEqualTo(503);
    assertThat(server.startTasks()).isEmpty();
    assertThat(caller.post(STARTS + "/stream-start", request).status()).isEqualTo(200);
    assertThat(server.startTasks()).hasSize(1);
  }

  @Test
  void anyCallCanBeDisturbedAndOthersAreNot() throws IOException {
    server.disturbNext("GET", ".*/start-tasks/count", Disturbance.notTaken().answer(502));

    assertThat(caller.get(STARTS + "/count").status()).isEqualTo(200);
    assertThat(caller.get(TASKS + "/count").status()).isEqualTo(502);
    assertThat(caller.get(TASKS + "/count").status()).isEqualTo(200);
  }

  @Test
  void idleConnectionIsEndedByTheServer() throws IOException {
    try (OpenHandsSimulator hasty =
            OpenHandsSimulator.builder().keepAlive(Duration.ofMillis(150)).start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), hasty.baseUrl().getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(all).startsWith("HTTP/1.1 200").endsWith("\"OK\"");
    }
  }

  @Test
  void delayOutlivesTheIdleLimit() throws IOException {
    try (OpenHandsSimulator hasty =
        OpenHandsSimulator.builder().keepAlive(Duration.ofMillis(100)).start()) {
      hasty.disturbNextStart(Disturbance.taken().delay(Duration.ofMillis(400)));

      long before = System.nanoTime();
      assertThat(new Caller(hasty).post(STARTS, request).status()).isEqualTo(200);
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(400_000_000L);
    }
  }

  @Test
  void callThatIsNotTakenNeedsAnAnswer() {
    assertThatThrownBy(() -> server.disturbNextStart(Disturbance.notTaken()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
