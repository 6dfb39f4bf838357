package io.github.openhands4j.realserver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The server's rate limit and its end of idle connections; no proxy hides the latter. */
class V1PaceIT extends RealV1Test {

  /** A few more than are let in, so that what is refused finds room the next time. */
  private static final int BURST = 24;

  private static final int BURSTS = 20;

  V1PaceIT(@On(ServerKind.V1) RealServer server) {
    super(server, options -> options.baseUrl(server.baseUrl()));
  }

  @Test
  void burstOfReadsThatTheServerDelaysAndRefusesSucceeds() {
    OpenHandsClient throughProxy = world.client();
    ExecutorService threads = Executors.newFixedThreadPool(BURST);
    try {
      for (int bursts = 0; bursts < BURSTS && !wasRefused(); bursts++) {
        assertThat(burst(throughProxy, threads))
            .allSatisfy(read -> assertThat(read.join()).isZero());
      }
      assertThat(world.exchanges()).extracting(RecordedExchange::status).contains(429, 200);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void clientWithNothingSetKeepsBelowTheLimitOfTheServer() {
    OpenHandsClient plain = world.plainClient();
    ExecutorService threads = Executors.newFixedThreadPool(BURST);
    try {
      List<CompletableFuture<Long>> reads = burst(plain, threads);
      Start start = RealV1World.start(plain, "SAY: hi");

      assertThat(start.awaitFinished(RealV1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
      assertThat(reads).allSatisfy(read -> assertThat(read.join()).isBetween(0L, 1L));
      assertThat(world.conversations()).containsExactly(start.handle().conversationId());
    } finally {
      threads.shutdownNow();
    }
    assertThat(wasRefused()).isFalse();
    assertThat(world.starts()).isEqualTo(1);
  }

  /** A burst that comes too slowly is not refused. */
  private boolean wasRefused() {
    return world.exchanges().stream().anyMatch(exchange -> exchange.status() == 429);
  }

  private static List<CompletableFuture<Long>> burst(OpenHandsClient client, Executor threads) {
    return IntStream.range(0, BURST)
        .mapToObj(
            i ->
                CompletableFuture.supplyAsync(
                    () -> client.conversations().count(ConversationQuery.all()), threads))
        .toList();
  }

  @Test
  void clientThatWasIdleUntilTheServerHungUpReadsAndStartsOnce() throws IOException {
    assertThat(client.conversations().count(ConversationQuery.all())).isZero();
    awaitEndOfAnIdleConnection();

    Start start = RealV1World.start(client, "SAY: hi");

    assertThat(start.recovered()).isFalse();
    assertThat(start.awaitReady()).isEqualTo(start.handle().conversationId());
    awaitEndOfAnIdleConnection();
    assertThat(client.conversations().count(ConversationQuery.all())).isEqualTo(1);
    assertThat(world.conversations()).containsExactly(start.handle().conversationId());
    assertThat(world.startTasksOf(start.handle().conversationId())).isEqualTo(1);
  }

  /** Returns when the server has closed a connection that became idle after those before. */
  private void awaitEndOfAnIdleConnection() throws IOException {
    try (Socket idle = new Socket(world.directUrl().getHost(), world.directUrl().getPort())) {
      idle.getOutputStream()
          .write("GET /alive HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(US_ASCII));
      assertThat(new String(idle.getInputStream().readAllBytes(), US_ASCII))
          .startsWith("HTTP/1.1 200");
    }
  }
}
