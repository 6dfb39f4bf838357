package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.StreamingDeltaEvent;
import io.github.openhands4j.testing.Ears;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveState;
import io.github.openhands4j.v1.internal.live.LiveRhythm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live events while nothing goes wrong, and with listeners of all kinds. */
@Timeout(60)
class LiveEventsTest {

  private final LiveWorld world = new LiveWorld();
  private final Ears ears = new Ears();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatWasThereComesFirstThenEachEventAsItHappens() {
    List<String> before = world.all();
    try (LiveEvents live = world.connected(ears)) {
      String first = world.happens("PauseEvent");
      ears.awaitEvents(before.size() + 1);
      String second = world.happens("CondensationRequest");
      ears.awaitEvents(before.size() + 2);

      assertThat(ears.ids()).startsWith(before.toArray(String[]::new)).endsWith(first, second);
      assertThat(ears.ids()).isEqualTo(world.all()).doesNotHaveDuplicates();
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(ears.states()).containsExactly(LiveState.CONNECTED);
      assertThat(world.connections()).isEqualTo(1);
      assertThat(ears.errors()).isEmpty();
    }
  }

  @Test
  void keyIsShownInTheFirstFrameAndNowhereElse() {
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      ears.awaitState(LiveState.CONNECTED);

      var requests =
          world.server.agentServer().journal().requests().stream()
              .filter(request -> request.path().contains("/sockets/"))
              .toList();
      assertThat(requests).hasSize(1);
      assertThat(requests.get(0).query()).isEmpty();
      assertThat(requests.get(0).headerNames())
          .doesNotContain("x-session-api-key", "authorization");
      assertThat(live.toString()).doesNotContain(world.sandbox().sessionKey());
    }
  }

  @Test
  void subscriptionGoesOnAfterAnEventThatWasSeen() {
    List<String> seen = world.happen(3);
    Event last =
        world
            .conversation
            .events()
            .all()
            .filter(event -> event.id().equals(seen.get(1)))
            .findFirst()
            .orElseThrow();
    try (LiveEvents live = world.conversation.liveEvents(last, ears)) {
      ears.awaitEvents(1);
      String next = world.happens("PauseEvent");
      ears.awaitEvents(2);

      assertThat(ears.ids()).containsExactly(seen.get(2), next);
      Ears.spin("last", () -> live.lastSeen().map(Event::id).filter(next::equals).isPresent());
    }
  }

  @Test
  void whatWasSeenIsNotToldAgainByTheStoreEither() {
    List<String> seen = world.happen(3);
    Event last =
        world
            .conversation
            .events()
            .all()
            .filter(event -> event.id().equals(seen.get(1)))
            .findFirst()
            .orElseThrow();
    world.sandbox().pause();
    try (LiveEvents live = world.conversation.liveEvents(last, ears)) {
      world.bell.pass(LiveRhythm.USUAL.stored());
      world.bell.pass(LiveRhythm.USUAL.stored());
      world.bell.awaitRest(LiveRhythm.USUAL.stored()::equals);

      assertThat(ears.ids().get(0)).isEqualTo(seen.get(2));
      assertThat(ears.ids()).doesNotContain(seen.get(0), seen.get(1)).doesNotHaveDuplicates();
      assertThat(live.state()).isEqualTo(LiveState.POLLING);
    }
  }

  @Test
  void piecesOfAnAnswerAreToldWhileThereIsASocket() {
    try (LiveEvents live = world.connected(ears)) {
      int before = ears.ids().size();
      world.sockets().delta("Hel");
      world.sockets().delta("lo");
      ears.awaitEvents(before + 2);

      assertThat(ears.events().subList(before, before + 2))
          .allSatisfy(event -> assertThat(event).isInstanceOf(StreamingDeltaEvent.class));
      assertThat(live.lastSeen().orElseThrow()).isNotInstanceOf(StreamingDeltaEvent.class);
    }
  }

  @Test
  void piecesOfAnAnswerAreNoReasonToRead() {
    try (LiveEvents live = world.connected(ears)) {
      int before = ears.ids().size();
      long reads = world.agentReads();
      for (int piece = 1; piece <= 20; piece++) {
        world.sockets().delta("piece " + piece);
        ears.awaitEvents(before + piece);
      }
      world.bell.awaitRest(LiveRhythm.USUAL.connected()::equals);

      assertThat(world.agentReads()).isEqualTo(reads);
      world.time.pass(LiveRhythm.USUAL.connected());
      world.sockets().delta("the last");
      Ears.spin("a look all the same", () -> world.agentReads() == reads + 1);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void piecesAreToldBeforeTheMessageTheyBelongTo() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Ears slow =
        new Ears(
            event -> {
              if (event instanceof StreamingDeltaEvent && entered.getCount() > 0) {
                entered.countDown();
                try {
                  goOn.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    try (LiveEvents live = world.conversation.liveEvents(slow)) {
      slow.awaitState(LiveState.CONNECTED);
      world.bell.awaitRest(LiveRhythm.USUAL.connected()::equals);
      int before = slow.ids().size();
      world.sockets().delta("Hel");
      entered.await();
      world.sockets().delta("lo");
      String message = world.happens("PauseEvent");
      goOn.countDown();
      slow.awaitEvents(before + 3);

      assertThat(slow.events().get(before + 1)).isInstanceOf(StreamingDeltaEvent.class);
      assertThat(slow.ids()).endsWith(message);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void slowListenerMissesNothing() throws InterruptedException {
    CountDownLatch goOn = new CountDownLatch(1);
    Ears slow =
        new Ears(
            event -> {
              try {
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    try (LiveEvents live = world.conversation.liveEvents(slow)) {
      world.events().addMany(3_000, n -> "{\"kind\":\"PauseEvent\",\"source\":\"user\"}");
      goOn.countDown();
      slow.awaitEvents(world.all().size());

      assertThat(slow.ids()).isEqualTo(world.all());
      assertThat(live.state()).isNotEqualTo(LiveState.ENDED);
    }
  }

  @Test
  void listenerThatIsSlowWhileTheSocketStandsMissesNothing() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Ears slow =
        new Ears(
            event -> {
              if (event.kind().equals("CondensationRequest")) {
                entered.countDown();
                try {
                  goOn.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    try (LiveEvents live = world.conversation.liveEvents(slow)) {
      slow.awaitState(LiveState.CONNECTED);
      world.happens("CondensationRequest");
      entered.await();
      world.events().addMany(2_500, n -> "{\"kind\":\"PauseEvent\",\"source\":\"user\"}");
      goOn.countDown();
      slow.awaitEvents(world.all().size());

      assertThat(slow.ids()).isEqualTo(world.all());
      assertThat(world.connections()).isEqualTo(1);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void listenerThatThrowsIsToldTheNextEventAllTheSame() {
    Ears kept = new Ears();
    try (LiveEvents live =
        world.conversation.liveEvents(
            event -> {
              kept.onEvent(event);
              throw new IllegalStateException("a listener's own failure");
            })) {
      kept.awaitEvents(world.all().size());
      String next = world.happens("PauseEvent");
      kept.awaitEvents(world.all().size());

      assertThat(kept.ids()).endsWith(next);
      assertThat(live.lastSeen().map(Event::id)).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 404})
  void whatThereIsIsToldBeforeTheTimeOfTheNextRead(int refusal) {
    world.sockets().refuse(refusal);
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      ears.awaitState(refusal == 0 ? LiveState.CONNECTED : LiveState.POLLING);
      world.happen(3);

      assertThat(live.awaitTold(Duration.ofSeconds(20))).isTrue();
      assertThat(ears.ids()).isEqualTo(world.all());
    }
  }

  @Test
  void whatIsStoredIsToldAtOnceToWhoWaitsForIt() {
    world.sandbox().pause();
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      ears.awaitState(LiveState.POLLING);
      for (int looks = 0; looks < 8; looks++) { // then most looks are without events
        world.bell.pass(rest -> true);
        assertThat(world.bell.awaitRest(rest -> true)).isPositive();
      }
      long reads = world.server.journal().count("GET", ".*/events/search");

      assertThat(live.awaitTold(Duration.ofSeconds(20))).isTrue();
      assertThat(world.server.journal().count("GET", ".*/events/search")).isGreaterThan(reads);
    }
  }

  @Test
  void whatTheListenerWasNotToldInTimeIsNotSaidToBeTold() {
    CountDownLatch busy = new CountDownLatch(1);
    Ears slow = new Ears(event -> waitFor(busy));
    LiveEvents live = world.conversation.liveEvents(slow);

    assertThat(live.awaitTold(Duration.ofMillis(50))).isFalse();
    busy.countDown();
    assertThat(live.awaitTold(Duration.ofSeconds(20))).isTrue();
    live.close();
    assertThat(live.awaitTold(Duration.ofSeconds(20))).isFalse();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void closedSubscriptionTellsNothingMoreAndLeavesNoSocket() {
    LiveEvents live = world.connected(ears);

    live.close();
    live.close();
    ears.awaitState(LiveState.ENDED);
    int told = ears.ids().size();
    long reads = world.agentReads();
    world.happens("PauseEvent");

    assertThat(live.state()).isEqualTo(LiveState.ENDED);
    assertThat(ears.ids()).hasSize(told);
    assertThat(world.agentReads()).isEqualTo(reads);
    Ears.spin("no socket", () -> world.sockets().open() == 0);
  }

  @Test
  void closedClientEndsItsSubscriptionsAndTakesNoMore() {
    LiveEvents live = world.conversation.liveEvents(ears);
    ears.awaitState(LiveState.CONNECTED);

    world.client.close();
    ears.awaitState(LiveState.ENDED);

    assertThat(live.state()).isEqualTo(LiveState.ENDED);
    assertThatThrownBy(() -> world.conversation.liveEvents(ears))
        .isInstanceOf(ClientClosedException.class);
  }
}
