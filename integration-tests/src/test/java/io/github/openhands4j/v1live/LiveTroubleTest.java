package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.SandboxLostException;
import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.Ears;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveState;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.internal.live.LiveRhythm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Live events whatever happens to sockets, sandboxes and servers. */
@Timeout(60)
class LiveTroubleTest {

  private static final String ROWS = "/api/v1/app-conversations";
  private static final String STORED = "/api/v1/conversation/[^/]+/events/search";
  private static final LiveRhythm RHYTHM = LiveRhythm.USUAL;

  private final LiveWorld world = new LiveWorld();
  private final Ears ears = new Ears();

  @AfterEach
  void close() {
    world.close();
  }

  /** All there is was told, each once, in the server's order. */
  private void allIsTold() {
    ears.awaitEvents(world.all().size());
    assertThat(ears.ids()).isEqualTo(world.all());
  }

  @Test
  void gapOfABrokenSocketIsFilledAfterTheReconnection() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().cut();
      world.bell.awaitRest(RHYTHM.firstRetry()::equals);
      world.happen(250);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTING);
      world.bell.pass(RHYTHM.firstRetry());
      ears.awaitStates(3);
      allIsTold();

      assertThat(ears.states())
          .containsExactly(LiveState.CONNECTED, LiveState.CONNECTING, LiveState.CONNECTED);
      assertThat(world.connections()).isEqualTo(2);
      assertThat(ears.errors()).hasSize(1);
    }
  }

  @Test
  void socketTheServerClosesIsOpenedAgain() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().close(1013);
      world.bell.pass(RHYTHM.firstRetry());
      ears.awaitStates(3);
      world.happens("PauseEvent");
      allIsTold();

      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(ears.errors().get(0)).hasMessageContaining("1013").hasMessageContaining("OHJ-022");
      assertThat(world.connections()).isEqualTo(2);
    }
  }

  @Test
  void doubledFramesAreToldOnce() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().twice(true);
      world.happen(20);
      allIsTold();
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void framesOutOfOrderAreToldInOrder() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().outOfOrder(true);
      world.happen(20);
      allIsTold();
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void lostFramesAreFoundWithTheNextLook() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().lossy(true);
      world.happen(3);
      long reads = world.agentReads();
      world.bell.pass(RHYTHM.connected());
      allIsTold();

      assertThat(world.agentReads()).isEqualTo(reads + 1);
      assertThat(world.connections()).isEqualTo(1);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void frameThatIsNoEventDoesNoHarm() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().say("{\"kind\":");
      world.sockets().say("[1,2]");
      world.sockets().say("null");
      world.happens("PauseEvent");
      ears.awaitEvents(world.all().size());

      assertThat(ears.ids()).containsAll(world.all());
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(world.connections()).isEqualTo(1);
    }
  }

  @Test
  void eventThatIsToldAndNeverListedIsToldInTheEnd() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().say("{\"kind\":\"PauseEvent\",\"id\":\"nowhere-else\",\"source\":\"user\"}");
      for (int look = 0; look < 20; look++) {
        world.bell.pass(RHYTHM.relist());
      }
      ears.await("told", () -> ears.ids().contains("nowhere-else"));
      assertThat(ears.ids()).containsOnlyOnce("nowhere-else");
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void refusedSocketIsReplacedByPollsUntilItCanBeHad() {
    world.sockets().refuse(404);
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      ears.awaitState(LiveState.POLLING);
      world.bell.awaitRest(RHYTHM.polling()::equals);
      assertThat(ears.errors()).hasSize(1);
      assertThat(world.connections()).isEqualTo(1);
      world.happen(2);
      world.bell.pass(RHYTHM.polling());
      allIsTold();

      world.sockets().refuse(0);
      while (live.state() == LiveState.POLLING) {
        world.bell.pass(rest -> true);
      }
      world.happens("PauseEvent");
      allIsTold();
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void socketThatSaysNothingIsReplacedByPolls() {
    world.sockets().silent(true);
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      world.bell.pass(RHYTHM.ready());
      ears.awaitState(LiveState.POLLING);
      world.bell.awaitRest(RHYTHM.polling()::equals);
      world.happen(2);
      world.bell.pass(RHYTHM.polling());
      allIsTold();
      assertThat(live.state()).isEqualTo(LiveState.POLLING);
    }
  }

  /** Waits that are over at once, each while the subscription rests for such a time. */
  private void asksInVain(LiveEvents live, Duration rest) {
    for (int times = 0; times < 5; times++) {
      world.bell.awaitRest(rest::equals);
      assertThat(live.awaitTold(Duration.ofNanos(1))).isFalse();
    }
    world.bell.awaitRest(rest::equals);
  }

  /** A wait that nothing but the subscription ends; returns once it has begun. */
  private static CompletableFuture<Boolean> asks(LiveEvents live) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    Thread asking = new Thread(() -> told.complete(live.awaitTold(Duration.ofSeconds(20))));
    asking.setDaemon(true);
    asking.start();
    Ears.spin("asks", () -> asking.getState() == Thread.State.TIMED_WAITING);
    return told;
  }

  @Test
  void whoAsksAgainAndAgainTakesNoTimeFromASocketsFirstWord() {
    world.sockets().silent(true);
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      asksInVain(live, RHYTHM.ready());
      Ears.spin("a connection", () -> world.connections() == 1);
      assertThat(ears.states()).isEmpty();
      world.bell.pass(RHYTHM.ready());
      ears.awaitState(LiveState.POLLING);
      assertThat(live.state()).isEqualTo(LiveState.POLLING);
    }
  }

  @Test
  void whoAsksAgainAndAgainBringsNoNewConnectionNearer() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().cut();
      world.bell.awaitRest(RHYTHM.firstRetry()::equals);
      long rows = world.server.journal().count("GET", ROWS);
      asksInVain(live, RHYTHM.firstRetry());

      assertThat(world.server.journal().count("GET", ROWS)).isEqualTo(rows);
      assertThat(world.connections()).isEqualTo(1);
      world.bell.pass(RHYTHM.firstRetry());
      ears.awaitStates(3);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void withoutASocketWhoAsksIsToldByAReadOfItsOwnAndBringsNoOtherTryNearer() {
    world.sockets().refuse(404);
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      world.bell.awaitRest(RHYTHM.polling()::equals);
      long reads = world.agentReads();
      for (int times = 1; times <= 5; times++) {
        assertThat(live.awaitTold(Duration.ofSeconds(20))).isTrue();
        world.bell.awaitRest(RHYTHM.polling()::equals);
        assertThat(world.agentReads()).isEqualTo(reads + times);
      }
      assertThat(world.connections()).isEqualTo(1);
      world.bell.pass(RHYTHM.polling());
      Ears.spin("another try", () -> world.connections() == 2);
    }
  }

  @Test
  void firstReadOfANewConnectionIsEnoughForWhoAskedBefore() {
    try (LiveEvents live = world.connected(ears)) {
      world.sockets().cut();
      world.bell.awaitRest(RHYTHM.firstRetry()::equals);
      world.sockets().silent(true);
      CompletableFuture<Boolean> told = asks(live);
      world.bell.pass(RHYTHM.firstRetry());
      world.bell.awaitRest(RHYTHM.ready()::equals);

      assertThat(told.join()).isTrue();
    }
  }

  @Test
  void lastReadOfALostConnectionIsEnoughForWhoAskedBefore() {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    String[] held = new String[1];
    Ears slow =
        new Ears(
            event -> {
              if (event.id().equals(held[0])) {
                entered.countDown();
                await(goOn);
              }
            });
    try (LiveEvents live = world.conversation.liveEvents(slow)) {
      slow.awaitState(LiveState.CONNECTED);
      world.bell.awaitRest(RHYTHM.connected()::equals);
      world.sockets().lossy(true); // so that no frame rings
      held[0] = world.happens("PauseEvent");
      world.bell.pass(RHYTHM.connected());
      await(entered);
      world.sockets().cut();
      Ears.spin("the end of the socket", world.bell::hasRung);
      CompletableFuture<Boolean> told = asks(live);
      goOn.countDown();
      world.bell.awaitRest(RHYTHM.firstRetry()::equals);

      assertThat(told.join()).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void resumedSandboxIsFollowedWithItsNewKey() {
    try (LiveEvents live = world.connected(ears)) {
      String oldKey = world.sandbox().sessionKey();
      world.sandbox().pause();
      world.bell.pass(RHYTHM.firstRetry());
      ears.awaitState(LiveState.POLLING);
      world.bell.awaitRest(RHYTHM.stored()::equals);

      world.conversation.resume();
      world.happen(2);
      world.bell.pass(RHYTHM.stored());
      ears.awaitState(LiveState.CONNECTED);
      world.happens("PauseEvent");
      allIsTold();

      assertThat(world.sandbox().sessionKey()).isNotEqualTo(oldKey);
      assertThat(world.connections()).isEqualTo(2);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void eventsOfAPausedSandboxAreThoseThatWereStored() {
    world.sandbox().pause();
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      ears.awaitState(LiveState.POLLING);
      String late = world.events().addToAppServerOnly("{\"kind\":\"PauseEvent\"}");
      world.bell.pass(RHYTHM.stored());
      ears.await("stored later", () -> ears.ids().contains(late));

      assertThat(ears.ids()).isEqualTo(world.events().atAppServer());
      assertThat(world.connections()).isZero();
      assertThat(live.state()).isEqualTo(LiveState.POLLING);
    }
  }

  /** A minute at the first pace, then one read a minute, of events only every fifth. */
  @Test
  void pausedSandboxIsLookedAtMoreAndMoreSeldom() {
    world.sandbox().pause();
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      for (int look = 0; look < 7; look++) {
        world.bell.pass(RHYTHM.stored());
      }
      world.bell.pass(Duration.ofSeconds(20));
      world.bell.pass(Duration.ofSeconds(40));
      world.bell.awaitRest(Duration.ofSeconds(60)::equals);
      long rows = world.server.journal().count("GET", ROWS);
      long reads = world.server.journal().count("GET", STORED);
      for (int look = 0; look < 10; look++) {
        world.bell.pass(Duration.ofSeconds(60));
        world.bell.awaitRest(Duration.ofSeconds(60)::equals);
      }
      assertThat(world.server.journal().count("GET", ROWS)).isEqualTo(rows + 10);
      assertThat(world.server.journal().count("GET", STORED)).isEqualTo(reads + 2);

      world.conversation.resume();
      world.bell.pass(Duration.ofSeconds(60));
      ears.awaitState(LiveState.CONNECTED);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void failuresOfTheServerAreToldAndSurvived() {
    for (int i = 0; i < 3; i++) {
      world.server.agentServer().disturbNext("GET", LiveWorld.AGENT_EVENTS, answer500());
    }
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      world.bell.pass(RHYTHM.firstRetry());
      ears.awaitState(LiveState.CONNECTED);
      allIsTold();
      assertThat(ears.errors()).hasSize(1);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  private static Disturbance answer500() {
    return Disturbance.notTaken().answer(500);
  }

  @Test
  void retriesComeMoreAndMoreSeldom() {
    try (LiveEvents live = world.connected(ears)) {
      for (int reads = 0; reads < 30; reads++) {
        world.server.disturbNext("GET", ROWS, answer500());
      }
      world.sockets().cut();
      world.bell.awaitRest(RHYTHM.firstRetry()::equals);
      List<Duration> rests =
          IntStream.range(0, 7).mapToObj(n -> world.bell.pass(rest -> true)).toList();
      assertThat(rests)
          .containsExactly(
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(4),
              Duration.ofSeconds(8),
              Duration.ofSeconds(16),
              Duration.ofSeconds(30),
              Duration.ofSeconds(30));
      assertThat(live.state()).isEqualTo(LiveState.CONNECTING);
    }
  }

  @Test
  void deletedConversationEndsTheSubscriptionAfterAMinute() {
    try (LiveEvents live = world.connected(ears)) {
      world.server.conversation(world.id.hex()).delete();
      world.sockets().cut();
      world.bell.pass(RHYTHM.firstRetry());
      world.bell.pass(RHYTHM.stored());
      world.bell.awaitRest(RHYTHM.stored()::equals);
      assertThat(live.state()).isNotEqualTo(LiveState.ENDED);
      world.time.pass(Duration.ofSeconds(61));
      world.bell.pass(RHYTHM.stored());
      ears.awaitState(LiveState.ENDED);
      assertThat(live.state()).isEqualTo(LiveState.ENDED);
      assertThat(ears.errors().get(ears.errors().size() - 1))
          .isInstanceOf(SandboxLostException.class)
          .hasMessageContaining(world.id.toString())
          .hasMessageContaining("MISSING");
    }
  }

  @Test
  void deletedConversationWhoseEventsAreGoneTooEndsTheSubscription() {
    try (LiveEvents live = world.connected(ears)) {
      world.server.conversation(world.id.hex()).delete();
      for (int reads = 0; reads < 4; reads++) {
        world.server.disturbNext(
            "GET",
            "/api/v1/conversation/.+/events/search",
            Disturbance.notTaken().answer(404, "application/json", "{\"detail\":\"Not Found\"}"));
      }
      world.sockets().cut();
      world.bell.pass(RHYTHM.firstRetry());
      world.bell.pass(RHYTHM.stored());
      world.bell.awaitRest(RHYTHM.stored()::equals);
      world.time.pass(Duration.ofSeconds(61));
      world.bell.pass(RHYTHM.stored());
      ears.awaitState(LiveState.ENDED);

      assertThat(live.state()).isEqualTo(LiveState.ENDED);
      assertThat(ears.errors()).last().isInstanceOf(SandboxLostException.class);
      assertThat(ears.errors()).noneMatch(NotFoundException.class::isInstance);
    }
  }

  @Test
  void subscriptionOfAViewEndsWithTheViewAndTellsItsListener() {
    List<String> answers = new CopyOnWriteArrayList<>();
    OpenHandsClient view =
        world.client.withOptions(
            options ->
                options
                    .deadline(world.time.now().plusSeconds(9))
                    .onAnswer(answer -> answers.add(answer.operation())));
    try (LiveEvents live = view.conversation(world.id).orElseThrow().liveEvents(ears)) {
      ears.awaitState(LiveState.CONNECTED);
      assertThat(world.bell.awaitRest(rest -> true)).isLessThanOrEqualTo(Duration.ofSeconds(9));
      allIsTold();
      assertThat(answers).anyMatch(operation -> operation.matches("GET /api/conv.*/events/search"));
      world.time.pass(Duration.ofSeconds(10));
      world.bell.ring();
      ears.awaitState(LiveState.ENDED);

      assertThat(live.state()).isEqualTo(LiveState.ENDED);
      assertThat(ears.errors()).last().isInstanceOf(DeadlineExceededException.class);
    }
  }

  @Test
  void failureNobodyHasThoughtOfIsToldAndSurvived() {
    try (OpenHandsClient client = world.client(world.time, new CrackedBell(world.bell));
        LiveEvents live = client.conversation(world.id).orElseThrow().liveEvents(ears)) {
      world.bell.pass(RHYTHM.firstRetry());
      ears.awaitState(LiveState.CONNECTED);
      world.happens("PauseEvent");
      allIsTold();

      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(ears.errors()).hasSize(1);
      assertThat(ears.errors().get(0))
          .hasMessageContaining("IllegalStateException")
          .hasCauseInstanceOf(IllegalStateException.class);
    }
  }

  /** Each time at once after its first word, as some proxies do. */
  @Test
  void socketsThatAreCutAgainAndAgainAreOpenedMoreAndMoreSeldom() {
    try (LiveEvents live = world.connected(ears)) {
      for (int seconds : List.of(1, 2, 4, 8)) {
        world.sockets().cut();
        world.bell.pass(Duration.ofSeconds(seconds));
        world.bell.awaitRest(RHYTHM.connected()::equals);
      }
      world.time.pass(Duration.ofSeconds(30));
      world.sockets().cut();
      world.bell.pass(RHYTHM.firstRetry());
      world.bell.awaitRest(RHYTHM.connected()::equals);

      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(world.connections()).isEqualTo(6);
    }
  }

  @Test
  void olderServersAreShownTheKeyInTheWayTheyKnow() {
    for (AgentServerAge age : List.of(AgentServerAge.BOTH_STYLES, AgentServerAge.PATH_STYLE)) {
      try (LiveWorld old = new LiveWorld(builder -> builder.agentServerAge(age))) {
        Ears there = new Ears();
        try (LiveEvents live = old.conversation.liveEvents(there)) {
          there.awaitState(LiveState.CONNECTED);
          old.happens("PauseEvent");
          there.awaitEvents(old.all().size());

          assertThat(there.ids()).isEqualTo(old.all());
          assertThat(there.errors()).isEmpty();
          assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
          boolean oldest = age == AgentServerAge.PATH_STYLE;
          assertThat(old.connections()).isEqualTo(oldest ? 3 : 2);
        }
      }
    }
  }

  @Test
  void addressWithAPathIsKept() {
    try (LiveWorld prefixed = new LiveWorld(builder -> builder.agentPathPrefix(true))) {
      Ears there = new Ears();
      try (LiveEvents live = prefixed.conversation.liveEvents(there)) {
        there.awaitState(LiveState.CONNECTED);
        assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
        assertThat(prefixed.server.agentServer().journal().count("GET", "/runtime/.+/sockets/.+"))
            .isEqualTo(1);
      }
    }
  }
}
