package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.StartStatus;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v1.internal.start.StreamPatience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A start that hangs on its connection: its states, its breaks, and never a second request. */
class StreamStartTest {

  private static final String STREAM = "/api/v1/app-conversations/stream-start";

  private final V1World world = new V1World();
  private final Conversations conversations = world.client().conversations();
  private final List<AppConversationStartTask> told = new ArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  private Start start() {
    return conversations.startStreaming(V1World.request(), told::add);
  }

  private void disturb(Disturbance disturbance) {
    world.server.disturbNext("POST", STREAM, disturbance);
  }

  private List<String> statuses() {
    return told.stream().map(task -> Objects.requireNonNull(task.status()).value()).toList();
  }

  private long posts() {
    return world.server.journal().starts();
  }

  @Test
  void everyStateIsToldInItsOrder() {
    Start start = start();

    assertThat(statuses())
        .containsExactly(
            "WORKING",
            "WAITING_FOR_SANDBOX",
            "PREPARING_REPOSITORY",
            "RUNNING_SETUP_SCRIPT",
            "SETTING_UP_GIT_HOOKS",
            "SETTING_UP_SKILLS",
            "STARTING_CONVERSATION",
            "READY");
    assertThat(start.startTask().orElseThrow().status())
        .isEqualTo(AppConversationStartTaskStatus.READY);
    ConversationId id = start.awaitReady();
    assertThat(start.conversationId()).contains(id);
    assertThat(conversations.get(id)).isPresent();
    assertThat(conversations.unresolved()).isEmpty();
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void failedStartIsToldAndThrownByTheWait() {
    world.server.nextStart(Outcome.startError(StartStatus.PREPARING_REPOSITORY, "no such branch"));

    Start start = start();

    assertThat(statuses()).last().isEqualTo("ERROR");
    assertThatThrownBy(start::awaitReady)
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("no such branch");
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  @Row(value = FaultRow.STREAM_ENDS, columns = Column.START)
  void streamThatEndsBeforeReadyIsPolledAndNotSentAgain() {
    disturb(Disturbance.taken().cutTo(2_000)); // ends as if it were whole

    Start start = start();

    assertThat(statuses()).startsWith("WORKING").doesNotContain("READY");
    assertThat(start.awaitReady(V1World.LONG)).isEqualTo(start.conversationId().orElseThrow());
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  @Row(value = FaultRow.STREAM_CUT_EARLY, columns = Column.START)
  void streamThatEndsBeforeItsFirstStateIsLookedFor() {
    disturb(Disturbance.taken().cutTo(2));

    Start start = start();

    assertThat(told).isEmpty();
    assertThat(start.recovered()).isTrue();
    assertThat(start.awaitReady(V1World.LONG)).isEqualTo(start.conversationId().orElseThrow());
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  @Row(value = FaultRow.STREAM_CUT_EARLY, columns = Column.START)
  void lostAnswerIsLookedFor() {
    disturb(Disturbance.taken().dropConnection());

    Start start = start();

    assertThat(start.recovered()).isTrue();
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  @Row(value = FaultRow.STREAM_CUT_EARLY, columns = Column.START)
  void startThatTheServerNeverHadIsUnknownAndNotSentAgain() {
    Conversations quick = world.client(new ManualTime()).conversations();
    disturb(Disturbance.notTaken().dropConnection());

    assertThatThrownBy(() -> quick.startStreaming(V1World.request(), told::add))
        .isInstanceOf(StartOutcomeUnknownException.class)
        .satisfies(
            unknown -> {
              StartHandle handle = ((StartOutcomeUnknownException) unknown).handle();
              assertThat(quick.unresolved()).containsExactly(handle);
            });
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void refusedStartIsRefused() {
    disturb(Disturbance.notTaken().answer(422));

    assertThatThrownBy(this::start).isInstanceOf(ApiException.class);
    assertThat(conversations.unresolved()).isEmpty();
    assertThat(posts()).isEqualTo(1);
  }

  static Stream<Consumer<AppConversationStartTask>> failingListeners() {
    return Stream.of(
        task -> {
          throw new IllegalStateException("a listener's own trouble");
        },
        task -> {
          throw new NoSuchMethodError("two versions of a library on the class path");
        });
  }

  @ParameterizedTest
  @MethodSource("failingListeners")
  void listenerThatFailsEndsNothing(Consumer<AppConversationStartTask> failing) {
    Start start =
        conversations.startStreaming(
            V1World.request(),
            task -> {
              told.add(task);
              failing.accept(task);
            });

    assertThat(statuses()).last().isEqualTo("READY");
    assertThat(start.awaitReady()).isEqualTo(start.conversationId().orElseThrow());
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  @Row(value = FaultRow.STREAM_STALLS, columns = Column.START)
  void streamThatFallsSilentIsPolled() {
    try (SilentStream server = new SilentStream()) {
      OpenHandsClient client =
          world.client(
              server.baseUrl(), new StreamPatience(Duration.ofSeconds(2), Duration.ofHours(2)));

      Start start = client.conversations().startStreaming(V1World.request(), told::add);

      assertThat(statuses()).containsExactly("WORKING");
      assertThat(start.awaitReady(V1World.LONG)).isEqualTo(start.conversationId().orElseThrow());
      assertThat(server.starts()).isEqualTo(1);
    }
  }
}
