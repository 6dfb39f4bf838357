package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.simulator.RecordedRequest;
import io.github.openhands4j.testing.CountingRelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits of one client share requests and connections, and cost no thread. */
@Timeout(60)
class ManyWaitsTest {

  private static final int WAITS = 200;

  private static long ids(RecordedRequest request) {
    return request.query().split("ids=", -1).length - 1L;
  }

  @Test
  void twoHundredWaitsShareFewReadsAndOneConnection() throws Exception {
    try (V1World world = new V1World();
        CountingRelay relay = new CountingRelay(world.server.baseUrl());
        OpenHandsClient client =
            world.client(relay.baseUrl(), TimeSource.system(), options -> options)) {
      List<Start> starts = new ArrayList<>();
      for (int i = 0; i < WAITS; i++) {
        starts.add(client.conversations().start(V1World.request()));
      }
      int forStarts = relay.connections();
      List<CompletableFuture<ConversationId>> waits = new ArrayList<>();
      for (Start start : starts) {
        waits.add(start.awaitReadyAsync(V1World.LONG).toCompletableFuture());
      }
      assertThat(world.server.journal().await("GET", V1World.TASKS, 3, V1World.LONG)).isTrue();
      int threads = Thread.activeCount();
      world.settle();
      for (int i = 0; i < WAITS; i++) {
        assertThat(waits.get(i).get()).isEqualTo(starts.get(i).handle().conversationId());
      }

      List<RecordedRequest> polls =
          world.server.journal().requests().stream()
              .filter(request -> request.method().equals("GET"))
              .toList();
      assertThat(polls).allMatch(poll -> ids(poll) <= 99).hasSizeLessThanOrEqualTo(12);
      assertThat(relay.connections() - forStarts).isLessThanOrEqualTo(1);
      assertThat(threads).as("threads while 200 waits are open").isLessThan(WAITS);
    }
  }

  @Test
  @Row(value = FaultRow.STUCK, columns = Column.GET)
  void budgetHoldsForAllWaitsTogether() throws Exception {
    try (V1World world = new V1World();
        OpenHandsClient client = world.client(options -> options.pollsPerMinute(60))) {
      long begun = System.nanoTime();
      List<CompletableFuture<ConversationId>> waits = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Start start = client.conversations().start(V1World.request());
        waits.add(start.awaitReadyAsync(Duration.ofMillis(1_000 + 40 * i)).toCompletableFuture());
      }
      for (CompletableFuture<ConversationId> wait : waits) {
        assertThatThrownBy(() -> wait.get(20, TimeUnit.SECONDS))
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(WaitTimeoutException.class);
      }

      // four at first, then fewer than one a second
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      assertThat(world.polls()).isBetween(1L, 5 + seconds);
    }
  }
}
