package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ConflictException;
import io.github.openhands4j.core.MessageOutcomeUnknownException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.ManualTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Talking to the agent, and its machine. */
class MessagesTest {

  private static final String SEND = V1World.CONVERSATIONS + "/.+/send-message";
  private static final String EVENTS = "/api/v1/conversation/.+/events/search";

  private final V1World world = new V1World();
  private final ManualTime time = new ManualTime();
  private final OpenHandsClient client = world.client(time);
  private final Conversations conversations = client.conversations();
  private final ConversationId id = world.running(client);

  @AfterEach
  void close() {
    world.close();
  }

  private long looks() {
    return world.server.journal().count("GET", EVENTS);
  }

  private long posts() {
    return world.server.journal().count("POST", SEND);
  }

  @Test
  void messageReachesTheAgent() {
    assertThat(conversations.sendMessage(id, "And the tests?").success()).isTrue();

    assertThat(world.conversation(id).messages())
        .containsExactly("Fix the README", "And the tests?");
    assertThat(posts()).isEqualTo(1);
  }

  static Stream<Named<Disturbance>> lostAnswers() {
    return Stream.of(
        Named.of("reset", Disturbance.taken().dropConnection()),
        Named.of("end", Disturbance.taken().closeConnection()),
        Named.of("cut", Disturbance.taken().cutTo(5)),
        Named.of("web page", Disturbance.taken().htmlPage()),
        Named.of("null", Disturbance.taken().answer(200, "application/json", "null")),
        Named.of("502", Disturbance.taken().answer(502)),
        Named.of("504", Disturbance.taken().answer(504).retryAfter("0")),
        Named.of("408", Disturbance.taken().answer(408)));
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void messageWhoseAnswerIsLostIsFoundAndNotSentAgain(Disturbance lost) {
    world.server.disturbNext("POST", SEND, lost);

    assertThat(conversations.sendMessage(id, "once").success()).isTrue();

    assertThat(posts()).isEqualTo(1);
    assertThat(world.conversation(id).messages()).containsOnlyOnce("once");
  }

  @Test
  void messageThatNeverArrivedIsLookedForAndNotSentAgain() {
    world.server.disturbNext("POST", SEND, Disturbance.notTaken().dropConnection());

    assertThatThrownBy(() -> conversations.sendMessage(id, "once"))
        .isInstanceOf(MessageOutcomeUnknownException.class);

    assertThat(posts()).isEqualTo(1);
    assertThat(looks()).isEqualTo(7);
    assertThat(Duration.ofNanos(time.nanoTime()))
        .isBetween(Duration.ofSeconds(27), Duration.ofSeconds(31));
  }

  @Test
  void messageThatArrivesWhileItIsLookedForIsFound() {
    world.server.disturbNext("POST", SEND, Disturbance.takenAfter(4).dropConnection());

    assertThat(conversations.sendMessage(id, "once").success()).isTrue();

    assertThat(posts()).isEqualTo(1);
    assertThat(looks()).isEqualTo(5);
  }

  @Test
  void olderEqualMessageIsNotTakenForTheLostOne() {
    // more than the half minute of looking, which does not pass at the server
    AtomicReference<Duration> behind = new AtomicReference<>(Duration.ofSeconds(60));
    try (V1World late = new V1World(server -> server.clock(new LateClock(behind)))) {
      OpenHandsClient sender = late.client(new ManualTime());
      ConversationId other = late.running(sender);
      late.client(new ManualTime()).conversations().sendMessage(other, "Go on");
      behind.set(Duration.ZERO);
      sender.conversations().get(other); // the answer tells the server's time
      late.server.disturbNext("POST", SEND, Disturbance.notTaken().dropConnection());

      assertThatThrownBy(() -> sender.conversations().sendMessage(other, "Go on"))
          .isInstanceOf(MessageOutcomeUnknownException.class);
    }
  }

  @Test
  void lostMessageIsFoundAlsoWhenOurClockIsWrong() {
    time.pass(Duration.ofHours(7));
    world.server.disturbNext("POST", SEND, Disturbance.taken().dropConnection());

    assertThat(conversations.sendMessage(id, "once").success()).isTrue();
  }

  /** The server's clock, set back as a test wants it. */
  private static final class LateClock extends Clock {
    private final AtomicReference<Duration> behind;

    LateClock(AtomicReference<Duration> behind) {
      this.behind = behind;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().minus(behind.get());
    }
  }

  @Test
  void endOfTheRunBeforeDoesNotEndAWaitAfterAMessage() throws Exception {
    OpenHandsClient patient = world.client();
    Start start = patient.conversations().start(V1World.request());
    world.settle();
    ConversationId other = start.awaitReady(V1World.LONG);
    patient.conversations().sendMessage(other, "Go on");
    world.conversation(other).setStatus("finished"); // still that of the run before

    long before = world.polls();
    CompletableFuture<Conversation> wait =
        start.awaitFinishedAsync(V1World.LONG).toCompletableFuture();
    pollsAfter(before + 2);
    assertThat(wait).isNotDone();

    world.conversation(other).setStatus("running");
    pollsAfter(world.polls() + 2);
    world.conversation(other).setStatus("finished");
    assertThat(wait.get().outcome()).isEqualTo(Outcome.FINISHED);
  }

  private void pollsAfter(long polls) {
    Deadline deadline = Deadline.in(TimeSource.system(), V1World.LONG);
    while (world.polls() <= polls) {
      assertThat(deadline.isOver()).as("polls go on").isFalse();
      Thread.onSpinWait();
    }
  }

  @Test
  void messageOfAnotherTextIsNotTakenForTheLostOne() {
    conversations.sendMessage(id, "Something else");
    world.server.disturbNext("POST", SEND, Disturbance.notTaken().dropConnection());

    assertThatThrownBy(() -> conversations.sendMessage(id, "once"))
        .isInstanceOf(MessageOutcomeUnknownException.class);
  }

  @Test
  void looksThatFailAreTriedAgain() {
    world.server.disturbNext("POST", SEND, Disturbance.taken().dropConnection());
    for (int failures = 0; failures < 4; failures++) {
      world.server.disturbNext("GET", EVENTS, Disturbance.notTaken().answer(502));
    }

    assertThat(conversations.sendMessage(id, "once").success()).isTrue();
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void pausedSandboxIsAConflictAndNothingIsUnknown() {
    world.conversation(id).sandbox().orElseThrow().pause();

    assertThatThrownBy(() -> conversations.sendMessage(id, "hello"))
        .isInstanceOf(ConflictException.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void brokenSandboxIsSaidByA503AndNothingIsUnknown() {
    world.conversation(id).sandbox().orElseThrow().fail();

    assertThatThrownBy(() -> conversations.sendMessage(id, "hello"))
        .isInstanceOf(ServerErrorException.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void unknownConversationIsNotFound() {
    assertThatThrownBy(() -> conversations.sendMessage(ConversationId.random(), "hello"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void limitedMessageIsSentAgain() {
    world.server.disturbNext("POST", SEND, Disturbance.notTaken().answer(429).retryAfter("1"));

    conversations.sendMessage(id, "once");

    assertThat(posts()).isEqualTo(2);
    assertThat(world.conversation(id).messages()).containsOnlyOnce("once");
  }

  @Test
  void messageWithoutPartsIsRefusedBeforeItIsSent() {
    AppSendMessageRequest empty = AppSendMessageRequest.builder().role("user").build();

    assertThatThrownBy(() -> conversations.sendMessage(id, empty))
        .isInstanceOf(ConfigurationException.class);
    assertThat(posts()).isZero();
  }

  @Test
  void sandboxIsReadPausedAndResumed() {
    String box = world.conversation(id).sandbox().orElseThrow().id();
    Sandboxes sandboxes = client.sandboxes();

    assertThat(sandboxes.get(box).orElseThrow().status()).hasToString("RUNNING");
    sandboxes.pause(box);
    assertThat(sandboxes.get(box).orElseThrow().status()).hasToString("PAUSED");
    sandboxes.resume(box);
    assertThat(sandboxes.get(box).orElseThrow().status()).hasToString("STARTING");
    assertThat(sandboxes.get("nobodys")).isEmpty();
    assertThatThrownBy(() -> sandboxes.pause("nobodys")).isInstanceOf(NotFoundException.class);
  }
}
