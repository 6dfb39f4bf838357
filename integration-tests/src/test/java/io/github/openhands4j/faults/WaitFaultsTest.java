package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static io.github.openhands4j.faults.Column.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.StartVanishedException;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.TaskAnswers;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.testing.ShiftedTime;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wait for READY, and what the server may say meanwhile. */
@Timeout(60)
class WaitFaultsTest {

  private static final Duration LONG = Duration.ofMinutes(25);

  private final ShiftedTime time = new ShiftedTime();
  private final List<FaultWorld> worlds = new ArrayList<>();

  @AfterEach
  void close() {
    worlds.forEach(FaultWorld::close);
  }

  private FaultWorld world() {
    FaultWorld world = new FaultWorld(time);
    worlds.add(world);
    return world;
  }

  private static Start started(FaultWorld world) {
    return world.client().conversations().start(StartRequest.builder().message("Go").build());
  }

  @Test
  @Row(value = FaultRow.STATES_OUT_OF_ORDER, columns = GET)
  @Row(value = FaultRow.UNKNOWN_WORD, columns = GET)
  void readyEndsTheWaitWhateverCameBefore() {
    List<List<String>> orders =
        List.of(
            List.of(),
            List.of("PREPARING_REPOSITORY", "WAITING_FOR_SANDBOX"),
            List.of("STARTING_CONVERSATION", "WORKING", "STARTING_CONVERSATION"),
            List.of("DREAMING", "WORKING"),
            List.of("WORKING", "WORKING", "WORKING"));
    List<CompletableFuture<ConversationId>> waits = new ArrayList<>();
    List<ConversationId> expected = new ArrayList<>();
    for (List<String> order : orders) {
      FaultWorld world = world();
      Start start = started(world);
      order.forEach(status -> world.server().nextTasks(TaskAnswers.state(status)));
      world.server().nextTasks(TaskAnswers.ready(start.handle().conversationId()));
      waits.add(start.awaitReadyAsync(LONG).toCompletableFuture());
      expected.add(start.handle().conversationId());
    }

    assertThat(waits.stream().map(CompletableFuture::join)).isEqualTo(expected);
  }

  @Test
  @Row(value = FaultRow.READY_WITHOUT_ID, columns = GET)
  void readyWithoutAnIdIsReadTwiceMoreThenLookedUpByOurOwnId() {
    FaultWorld world = world();
    Start start = started(world);
    world.server().starts().haveConversations();
    world
        .server()
        .nextTasks(
            TaskAnswers.state("READY"), TaskAnswers.state("READY"), TaskAnswers.state("READY"));

    assertThat(start.awaitReady(LONG)).isEqualTo(start.handle().conversationId());

    assertThat(reads(world, "/start-tasks")).isEqualTo(3);
    assertThat(reads(world, "/app-conversations")).isEqualTo(1);
  }

  private static long reads(FaultWorld world, String path) {
    return world.server().requests().stream()
        .filter(request -> request.method().equals("GET") && request.path().endsWith(path))
        .count();
  }

  @Test
  @Row(value = FaultRow.READY_WITHOUT_ID, columns = GET)
  void readyWithoutAnIdWhoseConversationIsNotThereIsNotBelieved() {
    FaultWorld world = world();
    Start start = started(world);
    world
        .server()
        .nextTasks(
            TaskAnswers.state("READY"), TaskAnswers.state("READY"), TaskAnswers.state("READY"));
    Behavior late =
        exchange -> {
          time.pass(Duration.ofSeconds(61));
          TaskAnswers.state("READY").play(exchange);
        };
    world.server().nextTasks(late);

    assertThatThrownBy(() -> start.awaitReady(LONG))
        .isInstanceOfSatisfying(
            StartVanishedException.class,
            e -> {
              assertThat(e.handle()).isEqualTo(start.handle());
              assertThat(e.lastState()).isEqualTo("start READY");
            });
    assertThat(world.server().posts()).isEqualTo(1);
  }

  @Test
  @Row(value = FaultRow.ROWS_TWICE, columns = GET)
  void taskThatComesTwiceIsOneTask() {
    FaultWorld world = world();
    Start start = started(world);
    ConversationId id = start.handle().conversationId();
    world
        .server()
        .nextTasks(
            exchange -> {
              String row = exchange.properAnswer().substring(1);
              exchange.answer(
                  200,
                  "["
                      + row.substring(0, row.length() - 1)
                      + ","
                      + row.replace("\"WORKING\"", "\"READY\"")
                          .replace(
                              "\"app_conversation_id\":null",
                              "\"app_conversation_id\":\"" + id.hex() + "\""));
            });

    assertThat(start.awaitReady(LONG)).isEqualTo(id);
  }

  @Test
  @Row(
      value = FaultRow.CLOCK_JUMPS,
      columns = {GET, START})
  void machineThatSleptLongerThanTheWaitAsksBeforeItGivesUp() {
    FaultWorld world = world();
    Start start = started(world);
    world
        .server()
        .nextTasks(
            exchange -> {
              time.pass(Duration.ofHours(8)); // the machine sleeps while it reads
              TaskAnswers.state("WORKING").play(exchange);
            },
            TaskAnswers.ready(start.handle().conversationId()));

    assertThat(start.awaitReady(LONG)).isEqualTo(start.handle().conversationId());
    assertThat(world.server().posts()).isEqualTo(1);
  }
}
