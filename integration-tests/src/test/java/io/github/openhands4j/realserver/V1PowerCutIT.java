package io.github.openhands4j.realserver;

import static io.github.openhands4j.realserver.RealV1Test.assertNotReady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.testing.ShiftedTime;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that is killed and started again, with all its sandboxes gone. */
@ExtendWith(RealServers.class)
@Timeout(600)
class V1PowerCutIT {

  private final RealV1World world;
  private final ShiftedTime time = new ShiftedTime();
  private final OpenHandsClient client;

  V1PowerCutIT(@On(ServerKind.V1) RealServer server) {
    world = new RealV1World(server);
    client = world.client(time);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void runIsLostWhenItsSandboxStaysMissingForAMinute() throws Exception {
    Start start = RealV1World.start(client, "LOOP");
    ConversationId id = start.awaitReady();
    List<String> told = new CopyOnWriteArrayList<>();
    CompletableFuture<Conversation> wait =
        CompletableFuture.supplyAsync(
            () -> start.awaitFinished(Duration.ofHours(1), p -> told.add(p.toString())));
    Patience.until("the wait saw the run", () -> told.contains("sandbox RUNNING, agent running"));

    world.cutPower();
    assertThatThrownBy(() -> client.conversations().count(ConversationQuery.all()))
        .isInstanceOf(OpenHandsException.class);
    world.restorePower();
    Patience.until(
        "the wait saw the loss", () -> told.stream().anyMatch(t -> t.contains("MISSING")));
    int reads = world.proxy.count("GET", RealV1World.CONVERSATIONS);
    Patience.until(
        "the wait reads on", () -> world.proxy.count("GET", RealV1World.CONVERSATIONS) > reads + 2);
    assertThat(wait).isNotDone();
    time.pass(Duration.ofSeconds(61));

    assertThat(wait.get().outcome()).isEqualTo(Outcome.SANDBOX_LOST);
    assertThatThrownBy(() -> client.conversations().sendMessage(id, "SAY: hi"))
        .isInstanceOf(NotFoundException.class);
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.proxy.count("POST", RealV1World.MESSAGES)).isEqualTo(1);
    assertThat(world.conversations()).containsExactly(id);
    Start another = RealV1World.start(client, "FINISH: after the cut");
    assertThat(another.awaitFinished(RealV1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.starts()).isEqualTo(2);
  }

  @Test
  void killedStartIsNeitherSentAgainNorSaidToBeReady() throws Exception {
    world.proxy.next("POST", RealV1World.CONVERSATIONS, Fate.answerLost());
    world.proxy.next("GET", RealV1World.TASK_SEARCH, Fate.answerLost());
    CompletableFuture<Start> unanswered =
        client
            .conversations()
            .startAsync(StartRequest.builder().message("SAY: hi").build())
            .outcome()
            .toCompletableFuture();
    Patience.until(
        "the first look was lost", () -> world.proxy.count("GET", RealV1World.TASK_SEARCH) > 0);
    Start answered = RealV1World.start(client, "SAY: hi");

    world.cutPower();
    world.restorePower();

    Start found = foundSoonOrLater(unanswered);
    assertThat(found.recovered()).isTrue();
    for (Start start : List.of(answered, found)) {
      if (world.isReady(start.handle().conversationId())) { // it came before the cut
        assertThat(start.awaitReady()).isEqualTo(start.handle().conversationId());
      } else {
        assertNotReady(start);
      }
      assertThat(client.conversations().resolve(start.handle()).recovered()).isTrue();
    }
    assertThat(world.starts()).isEqualTo(2);
    assertThat(List.of(answered.handle().conversationId(), found.handle().conversationId()))
        .containsAll(world.conversations());
  }

  /** A server that takes long to come back makes the start unknown; its handle finds it then. */
  private Start foundSoonOrLater(CompletableFuture<Start> start)
      throws InterruptedException, ExecutionException {
    try {
      return start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StartOutcomeUnknownException unknown) {
        return client.conversations().resolve(unknown.handle());
      }
      throw e;
    }
  }
}
