package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static io.github.openhands4j.faults.Column.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartVanishedException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.Framing;
import io.github.openhands4j.faults.stub.TaskAnswers;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.testing.ShiftedTime;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Several waits share one read: rows of others, more, fewer, in any order, a task twice. */
  @Test
  @Row(value = FaultRow.OTHER_ROWS, columns = GET)
  void waitsThatShareAReadAreToldApartByTheirIds() {
    FaultWorld world = world();
    List<Start> starts = List.of(started(world), started(world), started(world));
    List<CompletableFuture<ConversationId>> waits = new ArrayList<>();
    String other = "{\"id\":\"" + "1f".repeat(16) + "\",\"status\":\"ERROR\"}";
    Behavior reversed =
        exchange -> {
          List<String> rows = new ArrayList<>(List.of(other, "null"));
          for (int start = 2; start >= 0; start--) {
            String task = world.server().starts().taskIds().get(start);
            if (exchange.request().target().contains(task)) {
              rows.add(
                  "{\"id\":\"%s\",\"status\":\"READY\",\"app_conversation_id\":\"%s\"}"
                      .formatted(task, starts.get(start).handle().conversationId().hex()));
            }
          }
          rows.add(other);
          exchange.answer(200, rows.toString());
        };
    Behavior none = exchange -> exchange.answer(200, "[" + other + "]");
    world.server().nextTasks(none, none, reversed, reversed, reversed, reversed, reversed);

    starts.forEach(start -> waits.add(start.awaitReadyAsync(LONG).toCompletableFuture()));

    assertThat(waits.stream().map(CompletableFuture::join))
        .isEqualTo(starts.stream().map(start -> start.handle().conversationId()).toList());
    assertThat(world.server().posts()).isEqualTo(3);
  }

  /** Every fault of a read that this table has. */
  private static Map<String, Behavior> faultsOfReads() {
    Map<String, Behavior> faults = new LinkedHashMap<>();
    for (int status :
        new int[] {
          301, 307, 400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 425, 429, 500, 501, 502,
          503, 504
        }) {
      faults.put("status " + status, Behaviors.status(status, "Location: http://127.0.0.1:1/"));
    }
    faults.put("reset", Behaviors.reset());
    faults.put("end", Behaviors.end());
    for (Framing framing : Framing.values()) {
      for (int kept : new int[] {1, 20, 100, 160}) {
        faults.put("cut at " + kept + " of " + framing, Behaviors.cut(framing, kept));
      }
    }
    faults.put("web page", Behaviors.answer(200, "text/html", "<!doctype html><p>Log in</p>"));
    for (String body :
        List.of(
            "", "null", "{}", "17", "[[]]", "[17]", "[] []", "[{\"id\":17}]", "[".repeat(9_999))) {
      faults.put("body " + body.substring(0, Math.min(9, body.length())), Behaviors.json(body));
    }
    faults.put("endless", Behaviors.endless());
    faults.put("bomb", Behaviors.bomb());
    return faults;
  }

  @Test
  @Row(value = FaultRow.READ_FAILS, columns = GET)
  void noFaultOfAReadEndsAWait() {
    Map<String, Behavior> faults = faultsOfReads();
    Map<String, CompletableFuture<ConversationId>> waits = new LinkedHashMap<>();
    Map<String, ConversationId> expected = new LinkedHashMap<>();
    faults.forEach(
        (name, fault) -> {
          FaultWorld world = world();
          Start start = started(world);
          world.server().nextTasks(fault, TaskAnswers.ready(start.handle().conversationId()));
          waits.put(name, start.awaitReadyAsync(LONG).toCompletableFuture());
          expected.put(name, start.handle().conversationId());
        });

    waits.forEach((name, wait) -> assertThat(wait.join()).as(name).isEqualTo(expected.get(name)));
    assertThat(worlds).allSatisfy(world -> assertThat(world.server().posts()).isEqualTo(1));
  }

  @Test
  @Row(value = FaultRow.READ_FAILS, columns = GET)
  void waitWhoseReadsAllFailEndsWithItsLimitAndTheLastFailure() {
    Map<String, CompletableFuture<ConversationId>> waits = new LinkedHashMap<>();
    Map<String, StartHandle> expected = new LinkedHashMap<>();
    faultsOfReads()
        .forEach(
            (name, fault) -> {
              ShiftedTime own = new ShiftedTime();
              FaultWorld world = new FaultWorld(own);
              worlds.add(world);
              Start start = started(world);
              Behavior thenSleep =
                  exchange -> {
                    own.pass(Duration.ofHours(1)); // the wait is over
                    fault.play(exchange);
                  };
              world.server().nextTasks(fault, thenSleep, fault, fault, fault);
              waits.put(name, start.awaitReadyAsync(LONG).toCompletableFuture());
              expected.put(name, start.handle());
            });

    waits.forEach(
        (name, wait) ->
            assertThatThrownBy(wait::join)
                .as(name)
                .cause()
                .isInstanceOfSatisfying(
                    WaitTimeoutException.class,
                    e -> {
                      assertThat(e.handle()).isEqualTo(expected.get(name));
                      assertThat(e).hasCauseInstanceOf(OpenHandsException.class);
                    }));
  }
}
