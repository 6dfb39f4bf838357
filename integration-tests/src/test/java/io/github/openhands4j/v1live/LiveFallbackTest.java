package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.Ears;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.testing.WarningLog;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveState;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.internal.live.LiveRhythm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Live events while the agent server cannot be called: those that the app server has stored. */
@Timeout(60)
class LiveFallbackTest {

  private static final String ROWS = "/api/v1/app-conversations";
  private static final String STORED = "/api/v1/conversation/[^/]+/events/search";
  private static final LiveRhythm RHYTHM = LiveRhythm.USUAL;

  /** A read that fails is tried three times. */
  private static final int ATTEMPTS = 3;

  private final LiveWorld world = new LiveWorld();
  private final String agentServer = world.server.agentServer().baseUrl().getAuthority();
  private final Ears ears = new Ears();
  private final WarningLog warnings = new WarningLog("io.github.openhands4j");

  @AfterEach
  void close() {
    warnings.close();
    world.close();
  }

  private LiveEvents fallenBack() {
    LiveEvents live = world.conversation.liveEvents(ears);
    world.bell.pass(RHYTHM.firstRetry());
    world.bell.pass(Duration.ofSeconds(2));
    ears.awaitState(LiveState.POLLING);
    world.bell.awaitRest(RHYTHM.stored()::equals);
    return live;
  }

  /** So many looks at the agent server fail. */
  private void down(int looks) {
    for (int reads = 0; reads < looks * ATTEMPTS; reads++) {
      world
          .server
          .agentServer()
          .disturbNext("GET", LiveWorld.AGENT_EVENTS, Disturbance.notTaken().answer(503));
    }
  }

  /** Lets the time of a rest be over and waits for the next. */
  private void look() {
    assertThat(world.bell.pass(rest -> true)).isPositive();
    assertThat(world.bell.awaitRest(rest -> true)).isPositive();
  }

  /** The next look is late enough for another try, which does not fail. */
  private void isBack() {
    assertThat(world.bell.awaitRest(rest -> true)).isPositive();
    world.time.pass(Duration.ofMinutes(10));
    assertThat(world.bell.pass(rest -> true)).isPositive();
    ears.awaitState(LiveState.CONNECTED);
    world.bell.awaitRest(RHYTHM.connected()::equals);
  }

  private long storedReads() {
    return world.server.journal().count("GET", STORED);
  }

  /** The next answers name an address that is not called. */
  private void refuseTheAddress(int looks) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(world.server.baseUrl() + ROWS + "?ids=" + world.id.hex()))
            .header("X-Session-API-Key", LiveWorld.KEY)
            .build();
    String row =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    String refused = row.replaceFirst("(\"conversation_url\"\\s*:\\s*\")http:", "$1ftp:");
    assertThat(refused).isNotEqualTo(row);
    for (int look = 0; look < looks; look++) {
      world.server.disturbNext(
          "GET", ROWS, Disturbance.notTaken().answer(200, "application/json", refused));
    }
  }

  private void warnedOnceOf(String code) {
    assertThat(warnings.lines())
        .singleElement()
        .asString()
        .contains(world.id.toString(), code)
        .doesNotContain(world.sandbox().sessionKey(), agentServer);
  }

  @Test
  void refusedAddressIsWarnedOfOnceAndTheStoreIsReadUntilItIsAccepted()
      throws IOException, InterruptedException {
    refuseTheAddress(6);
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      ears.awaitState(LiveState.POLLING);
      world.bell.awaitRest(RHYTHM.stored()::equals);
      assertThat(ears.ids()).isEqualTo(world.all());
      for (int looks = 0; looks < 5; looks++) {
        world.happen(2);
        long before = storedReads();
        world.bell.pass(RHYTHM.stored());
        world.bell.awaitRest(RHYTHM.stored()::equals);
        assertThat(ears.ids()).isEqualTo(world.all());
        assertThat(storedReads()).isEqualTo(before + 1);
      }
      assertThat(world.agentReads() + world.connections()).isZero();
      world.bell.pass(RHYTHM.stored());
      ears.awaitState(LiveState.CONNECTED);
      world.happens("PauseEvent");
      ears.awaitEvents(world.all().size());

      assertThat(ears.ids()).isEqualTo(world.all());
      assertThat(ears.states()).containsExactly(LiveState.POLLING, LiveState.CONNECTED);
      assertThat(ears.errors())
          .extracting(OpenHandsException::code)
          .containsExactly(ErrorCode.ADDRESS_REFUSED);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      warnedOnceOf("OHJ-028");
    }
  }

  @Test
  void hostThatIsDownFromTheBeginningIsReplacedByTheStore() {
    world.server.agentServer().shutDown();
    try (LiveEvents live = fallenBack()) {
      assertThat(ears.ids()).isEqualTo(world.all());
      world.happen(3);
      assertThat(live.awaitTold(Duration.ofSeconds(20))).isTrue();

      assertThat(ears.ids()).isEqualTo(world.all());
      assertThat(ears.states()).containsExactly(LiveState.POLLING);
      assertThat(ears.errors())
          .extracting(OpenHandsException::code)
          .containsOnly(ErrorCode.NOT_SENT)
          .hasSize(3);
      warnedOnceOf("OHJ-021");
    }
  }

  /** Each try is a failure that is told; between them only the app server is asked. */
  @Test
  void hostThatIsDownIsTriedMoreAndMoreSeldom() {
    world.server.agentServer().shutDown();
    try (LiveEvents live = fallenBack()) {
      List<Long> minutes = new ArrayList<>();
      long last = world.time.nanoTime();
      int looks = 0;
      long before = storedReads();
      for (int tries = ears.errors().size(); minutes.size() < 8; looks++) {
        look();
        if (ears.errors().size() > tries) {
          tries = ears.errors().size();
          minutes.add(Duration.ofNanos(world.time.nanoTime() - last).toMinutes());
          last = world.time.nanoTime();
        }
      }

      assertThat(minutes.subList(0, 5)).containsExactly(0L, 1L, 2L, 4L, 8L);
      assertThat(minutes.subList(5, 8)).allMatch(rest -> rest >= 10 && rest <= 11);
      assertThat(storedReads()).isEqualTo(before + looks);
      assertThat(ears.states()).containsExactly(LiveState.POLLING);
      assertThat(live.state()).isEqualTo(LiveState.POLLING);
      warnedOnceOf("OHJ-021");
    }
  }

  @Test
  void hostThatIsDownForAWhileIsFollowedAgainAndNothingIsLostDoubledOrOutOfOrder() {
    try (LiveEvents live = world.connected(ears)) {
      long reads = world.agentReads();
      down(4);
      world.sockets().cut();
      world.bell.pass(RHYTHM.firstRetry());
      world.bell.pass(Duration.ofSeconds(2));
      ears.awaitState(LiveState.POLLING);
      world.bell.awaitRest(RHYTHM.stored()::equals);
      assertThat(world.agentReads()).isEqualTo(reads + 3 * ATTEMPTS);
      world.happen(3);
      look();
      assertThat(ears.ids()).isEqualTo(world.all());
      look();
      assertThat(world.agentReads()).isEqualTo(reads + 3 * ATTEMPTS);
      world.happen(2);
      look();
      assertThat(world.agentReads()).isEqualTo(reads + 4 * ATTEMPTS);
      assertThat(ears.ids()).isEqualTo(world.all());

      isBack();
      world.happen(2);
      ears.awaitEvents(world.all().size());
      assertThat(ears.ids()).isEqualTo(world.all());
      assertThat(ears.states())
          .containsExactly(
              LiveState.CONNECTED, LiveState.CONNECTING, LiveState.POLLING, LiveState.CONNECTED);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(world.connections()).isEqualTo(2);
      assertThat(ears.errors()).hasSize(4);
      warnedOnceOf("OHJ-019");
    }
  }

  @Test
  void secondTimeDownIsLikeTheFirstButWarnsNoMore() {
    try (LiveEvents live = world.connected(ears)) {
      for (int times = 0; times < 2; times++) {
        down(3);
        world.sockets().cut();
        world.bell.pass(RHYTHM.firstRetry());
        world.bell.pass(Duration.ofSeconds(2));
        ears.awaitState(LiveState.POLLING);
        world.happen(2);
        isBack();
        world.bell.pass(RHYTHM.connected()); // so that its end is no failure of the socket
        world.bell.awaitRest(RHYTHM.connected()::equals);
        ears.awaitEvents(world.all().size());
      }

      assertThat(ears.ids()).isEqualTo(world.all());
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      warnedOnceOf("OHJ-019");
    }
  }

  @Test
  void secondTimeDownBeginsAtTheFirstPace() {
    down(5);
    try (LiveEvents live = fallenBack()) {
      while (world.bell.awaitRest(rest -> true).compareTo(Duration.ofSeconds(40)) < 0) {
        look();
      }
      isBack();
      down(3);
      world.sockets().cut();
      world.bell.pass(Duration.ofSeconds(4)); // the two before were not forgotten
      world.bell.pass(Duration.ofSeconds(8));
      ears.awaitState(LiveState.POLLING);

      assertThat(world.bell.awaitRest(rest -> true)).isEqualTo(RHYTHM.stored());
      assertThat(live.state()).isEqualTo(LiveState.POLLING);
    }
  }

  @Test
  void resumedSandboxIsAnotherAgentServerAndTriedAtOnce() {
    down(3);
    try (LiveEvents live = fallenBack();
        OpenHandsClient other = world.client(new ManualTime())) {
      world.sandbox().pause();
      assertThat(other.conversation(world.id).orElseThrow().resume().id()).isEqualTo(world.id);
      world.bell.pass(RHYTHM.stored());
      ears.awaitState(LiveState.CONNECTED);

      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  /** Told late, as it was not stored, but told. */
  @Test
  void whatWasNeverStoredIsToldOnceTheAgentServerCanBeCalled() {
    down(3);
    String lost = world.events().addToAgentServerOnly("{\"kind\":\"PauseEvent\"}");
    world.happen(3);
    try (LiveEvents live = fallenBack()) {
      assertThat(ears.ids()).hasSize(world.all().size() - 1).doesNotContain(lost);
      isBack();
      ears.awaitEvents(world.all().size());

      assertThat(ears.ids()).containsExactlyInAnyOrderElementsOf(world.all());
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void whatWasSeenBeforeIsNotToldWhenTheAgentServerCanBeCalledAgain() {
    List<String> seen = world.happen(3);
    Event last =
        world
            .conversation
            .events()
            .all()
            .filter(event -> event.id().equals(seen.get(1)))
            .findFirst()
            .orElseThrow();
    down(3);
    try (LiveEvents live = world.conversation.liveEvents(last, ears)) {
      world.bell.pass(RHYTHM.firstRetry());
      world.bell.pass(Duration.ofSeconds(2));
      ears.awaitState(LiveState.POLLING);
      isBack();

      assertThat(ears.ids()).containsExactly(seen.get(2));
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
    }
  }

  @Test
  void failuresThatAreNotInARowAreNoReasonToReadTheStore() {
    try (LiveEvents live = world.connected(ears)) {
      for (int times = 0; times < 4; times++) {
        down(1);
        world.sockets().cut();
        Duration retry = world.bell.pass(rest -> !rest.equals(RHYTHM.connected()));
        world.bell.awaitRest(RHYTHM.connected()::equals);
        assertThat(retry).isLessThanOrEqualTo(RHYTHM.longestRetry());
        world.bell.pass(RHYTHM.connected());
        world.bell.awaitRest(RHYTHM.connected()::equals);
      }

      assertThat(ears.states()).doesNotContain(LiveState.POLLING);
      assertThat(ears.errors()).hasSize(4);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(warnings.lines()).isEmpty();
    }
  }

  /** Then asking it for more would not help. */
  @Test
  void failuresOfTheAppServerAreNotTheAgentServers() {
    for (int reads = 0; reads < 4 * ATTEMPTS; reads++) {
      world.server.disturbNext("GET", STORED, Disturbance.notTaken().answer(503));
    }
    try (LiveEvents live = world.conversation.liveEvents(ears)) {
      for (int seconds : List.of(1, 2, 4, 8)) {
        world.bell.pass(Duration.ofSeconds(seconds));
      }
      ears.awaitState(LiveState.CONNECTED);

      assertThat(ears.ids()).isEqualTo(world.all());
      assertThat(ears.states()).containsExactly(LiveState.CONNECTED);
      assertThat(live.state()).isEqualTo(LiveState.CONNECTED);
      assertThat(warnings.lines()).isEmpty();
    }
  }
}
