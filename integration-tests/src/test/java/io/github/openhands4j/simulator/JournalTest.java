package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Counting, limiting and the server's own life. */
class JournalTest {

  @Test
  void everyRequestIsListedWithoutItsSecrets() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().apiKey("sk-fake-1").start()) {
      Caller caller = new Caller(server);
      caller.get(STARTS + "/count?title__contains=x", "Authorization", "Bearer sk-fake-1");
      caller.post(STARTS, "{}");

      List<RecordedRequest> requests = server.journal().requests();

      assertThat(requests).hasSize(2);
      RecordedRequest first = requests.get(0);
      assertThat(first.number()).isEqualTo(1);
      assertThat(first.method()).isEqualTo("GET");
      assertThat(first.path()).isEqualTo(STARTS + "/count");
      assertThat(first.query()).isEqualTo("title__contains=x");
      assertThat(first.headerNames()).contains("authorization", "host");
      assertThat(first.status()).isEqualTo(200);
      assertThat(requests.get(1).status()).isEqualTo(401);
      assertThat(requests.toString()).doesNotContain("sk-fake-1");
      assertThat(server.journal().starts()).isEqualTo(1);
      assertThat(server.journal().count("GET", ".*/count")).isEqualTo(1);
      assertThat(server.journal().count("GET", "/count")).isZero();
      server.journal().clear();
      assertThat(server.journal().requests()).isEmpty();
    }
  }

  @Test
  void streamedStartsAreStarts() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);
      caller.post(STARTS, "{}");
      caller.post(STARTS + "/stream-start", "{}");
      caller.get(STARTS + "/count");
      caller.post(STARTS + "/nothing-here", "{}");

      assertThat(server.journal().starts()).isEqualTo(2);
    }
  }

  @Test
  void waitingForARequestThatNeverComesEnds() throws InterruptedException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      assertThat(server.journal().await("GET", ".*", 1, Duration.ofMillis(30))).isFalse();
    }
  }

  @Test
  void limitAnswersWithItsHeadersAndResetsWithTheWindow() throws IOException {
    ManualClock clock = new ManualClock();
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().clock(clock).rateLimit(2, Duration.ofMinutes(1)).start()) {
      Caller caller = new Caller(server);
      assertThat(caller.get("/alive").status()).isEqualTo(200);
      assertThat(caller.post(STARTS, "{}").status()).isEqualTo(200);
      clock.plusSeconds(20);

      Caller.Answer refused = caller.post(STARTS, "{}");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.text()).isEqualTo("{\"error\":\"Rate limit exceeded: 2 per 1 minute\"}");
      assertThat(refused.header("retry-after")).hasValue("40");
      assertThat(refused.header("x-ratelimit-limit")).hasValue("2");
      assertThat(refused.header("x-ratelimit-remaining")).hasValue("0");
      assertThat(refused.header("x-ratelimit-reset"))
          .hasValue(String.valueOf(clock.instant().plusSeconds(40).getEpochSecond()));
      assertThat(server.startTasks()).hasSize(1);
      clock.plusSeconds(40);
      assertThat(caller.post(STARTS, "{}").status()).isEqualTo(200);
    }
  }

  @Test
  void manyCallersAtOnceLoseNothing() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);
      List<Callable<String>> calls =
          Collections.nCopies(
              100, () -> caller.start(UUID.randomUUID().toString()).get("id").asText());
      List<String> ids = new ArrayList<>();
      for (Future<String> each : pool.invokeAll(calls)) {
        ids.add(each.get());
      }

      assertThat(ids).doesNotHaveDuplicates().hasSize(100);
      assertThat(server.journal().starts()).isEqualTo(100);
      assertThat(server.startTasks())
          .extracting(SimulatedStartTask::id)
          .containsExactlyInAnyOrderElementsOf(ids);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void serverListensOnLoopbackOnly() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      assertThat(server.baseUrl().getHost()).isEqualTo("127.0.0.1");
      for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(network.getInetAddresses())) {
          if (!address.isLoopbackAddress()) {
            Assertions.assertThatThrownBy(
                    () -> new Socket(address, server.baseUrl().getPort()).close())
                .isInstanceOf(IOException.class);
          }
        }
      }
    }
  }

  @Test
  void closedServerRefusesConnections() {
    OpenHandsSimulator server = OpenHandsSimulator.start();
    URI url = server.baseUrl();
    server.close();

    Assertions.assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }
}
