package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A start that hangs on its connection: it is told as it goes, and the server gives up a cut one.
 */
class V1StreamedStartIT extends RealV1Test {

  private static final String BEGIN = "[\n";

  /** Each state is a chunk. */
  private static final String END_OF_A_STATE = "}\r\n";

  private final List<String> states = new CopyOnWriteArrayList<>();

  V1StreamedStartIT(@On(ServerKind.V1) RealServer server) {
    super(server, options -> options.resolveTimeout(Duration.ofSeconds(6)));
  }

  private Start start(Consumer<AppConversationStartTask> listener) {
    return client
        .conversations()
        .startStreaming(
            StartRequest.builder().message("SAY: hi").build(),
            task -> {
              states.add(Objects.requireNonNull(task.status()).value());
              listener.accept(task);
            });
  }

  @Test
  void eachStateIsToldBeforeTheNextOneIsWaitedFor() {
    CountDownLatch told = new CountDownLatch(1);
    world.proxy.next("POST", RealV1World.STREAM, new Fate.HeldBehind(END_OF_A_STATE, told));

    Start start = start(task -> told.countDown()); // the rest of the stream waits for it

    assertThat(states).startsWith("WORKING").endsWith("READY").hasSizeGreaterThan(3);
    assertThat(start.awaitReady()).isEqualTo(start.conversationId().orElseThrow());
    assertThat(start.awaitFinished(RealV1World.LONG).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(world.starts()).isEqualTo(1);
    assertThat(world.startTasksOf(start.handle().conversationId())).isEqualTo(1);
  }

  @Test
  void startWhoseStreamIsCutBehindItsFirstStateIsPolledAndNotSentAgain() {
    world.cutNextStream(END_OF_A_STATE);

    Start start = start(task -> {});

    assertThat(states).containsExactly("WORKING");
    assertThat(start.recovered()).isFalse();
    assertThat(start.startTask().orElseThrow().status())
        .isEqualTo(AppConversationStartTaskStatus.WORKING);
    assertGivenUp(start);
    assertThat(world.startTasksOf(start.handle().conversationId())).isEqualTo(1);
    assertThat(world.starts()).isEqualTo(1);
  }

  @Test
  void startWhoseStreamIsCutBeforeItsFirstStateIsLookedForAndNotSentAgain() {
    world.cutNextStream(BEGIN);
    StartHandle[] handle = new StartHandle[1];

    Optional<Start> told =
        found(
            () -> start(task -> {}),
            unknown -> {
              handle[0] = unknown.handle();
              assertThat(client.conversations().unresolved()).containsExactly(handle[0]);
            });
    told.ifPresent(start -> handle[0] = start.handle());

    assertThat(states).isEmpty();
    assertThat(told.stream()).allMatch(Start::recovered);
    Optional<Start> later = found(() -> client.conversations().resolve(handle[0]), unknown -> {});
    assertThat(later.stream()).hasSize((int) world.startTasksOf(handle[0].conversationId()));
    later.ifPresent(this::assertGivenUp);
    assertThat(told.isPresent()).isEqualTo(later.isPresent());
    assertThat(world.starts()).isEqualTo(1);
  }

  /** Its task stays as it is for ever, and no conversation comes of it. */
  private void assertGivenUp(Start start) {
    assertNotReady(start);
    assertThat(world.isReady(start.handle().conversationId())).isFalse();
    assertThat(world.conversations()).isEmpty();
  }
}
