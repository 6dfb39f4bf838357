package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.FaultRow;
import io.github.openhands4j.faults.Row;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedSandbox;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the adapter must not do to a job that is running or starting. */
class AdapterSafetyTest {

  private static final String ROWS = "/api/v1/app-conversations";
  private static final String TASKS = "/api/v1/app-conversations/start-tasks";

  private final AdapterWorld world = new AdapterWorld(CompatOptions.builder().build());

  @AfterEach
  void close() {
    world.close();
  }

  private ConversationInfo get(String id) {
    return world.client().getConversation(id).orElseThrow();
  }

  @Test
  void deletedFailedStartLeavesTheSandboxOfAnotherStartAlone() {
    world.server().nextStart(Outcome.neverReady());
    String starting = world.created();
    world.settle();
    world.server().nextStart(Outcome.startError("no"));
    String failed = world.startIn(starting);
    world.settle();
    assertThat(get(failed).status()).isEqualTo(ConversationStatus.ERROR);

    assertThat(world.client().deleteConversation(failed)).isTrue();

    assertThat(world.server().journal().count("DELETE", ".*")).isZero();
  }

  @Test
  void interruptedCreateIsOfUnknownOutcomeAndTellsItsId() throws Exception {
    world.server().disturbNextStart(Disturbance.taken().delay(Duration.ofSeconds(5)));
    FutureTask<String> create = new FutureTask<>(world::created);
    Thread caller = new Thread(create, "caller");
    caller.setDaemon(true);
    caller.start();
    assertThat(world.server().journal().await("POST", ROWS, 1, Duration.ofSeconds(10))).isTrue();

    caller.interrupt();

    ExecutionException ended =
        catchThrowableOfType(ExecutionException.class, () -> create.get(2, TimeUnit.SECONDS));
    assertThat(ended.getCause())
        .isInstanceOfSatisfying(
            V0StartOutcomeUnknownException.class,
            unknown -> assertThat(unknown.conversationId().orElseThrow()).matches("[0-9a-f]{32}"));
    assertThat(world.startsSeen()).isEqualTo(1);
  }

  @Test
  void failedRunWhoseRowIsAwayForAMomentIsNotDeletedAsAFailedStart() {
    String id = world.running();
    world.failRun(id);
    assertThat(get(id).status()).isEqualTo(ConversationStatus.ERROR);
    rowsAre("[null]");

    assertThat(world.client().deleteConversation(id)).isTrue();

    assertThat(world.server().journal().count("DELETE", ROWS + "/.*")).isEqualTo(1);
    assertThat(world.idsOnServer()).isEmpty();
  }

  private void rowsAre(String body) {
    world
        .server()
        .disturbNext("GET", ROWS, Disturbance.notTaken().answer(200, "application/json", body));
  }

  @Test
  void listShowsAConversationWhoseRowCannotBeReadAsStartingForAMinuteOnly() {
    String id = world.created();
    world.settle();

    assertThat(listedUnread(id)).isEqualTo("STARTING null");
    world.time().pass(Duration.ofSeconds(59));
    assertThat(listedUnread(id)).isEqualTo("STARTING null");
    world.time().pass(Duration.ofSeconds(1));
    assertThat(listedUnread(id)).isEqualTo("RUNNING null");
    assertThat(get(id).status() + " " + get(id).runtimeStatus()).isEqualTo("RUNNING STATUS$READY");
    assertThat(world.startsSeen()).isEqualTo(1);
  }

  private String listedUnread(String id) {
    rowsAre("[{\"id\":\"" + id + "\",\"sandbox_status\":{}}]");
    for (int halves = 0; halves < 2; halves++) { // the walk's, and what was dated since
      world
          .server()
          .disturbNext(
              "GET",
              ROWS + "/search",
              Disturbance.notTaken()
                  .answer(200, "application/json", "{\"items\":[7],\"next_page_id\":null}"));
    }
    List<ConversationInfo> rows =
        world.client().listConversations(ConversationListQuery.firstPage()).results();
    assertThat(rows).extracting(ConversationInfo::conversationId).containsExactly(id);
    return rows.get(0).status() + " " + rows.get(0).runtimeStatus();
  }

  @Test
  void deletedFailedStartTakesItsOwnSandboxAlong() {
    world.server().nextStart(Outcome.startError("no"));
    String failed = world.created();
    world.settle();

    assertThat(world.client().deleteConversation(failed)).isTrue();

    assertThat(world.server().journal().count("DELETE", "/api/v1/sandboxes/.*")).isEqualTo(1);
  }

  @Test
  void startedConversationIsNotStoppedWhileItsSandboxStillSleeps() {
    String id = world.stopped();
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
    world.client().startConversation(id, List.of());
    SimulatedSandbox sandbox = world.server().conversation(id).sandbox().orElseThrow();

    sandbox.pause();

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STARTING);
    world.time().pass(Duration.ofSeconds(61));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
  }

  @Test
  void interruptAfterAResumeSaysThatSomethingWasSent() {
    String id = world.stopped();
    world.server().journal().clear();
    world.time().onSleep(1, Thread.currentThread()::interrupt);

    V0Exception failure =
        catchThrowableOfType(V0Exception.class, () -> world.client().addMessage(id, "Go on"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            CallInterruptedException.class,
            interrupted -> assertThat(interrupted.requestMayHaveBeenSent()).isTrue());
    assertThat(world.server().journal().count("POST", ".*/resume")).isEqualTo(1);
  }

  @Test
  void stopRightAfterAMessageShowsAsStopped() {
    String id = world.running();
    world.client().addMessage(id, "Go on");

    world.client().stopConversation(id);

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
  }

  @Test
  @Row(value = FaultRow.CLOCK_JUMPS, columns = Column.V0)
  void healthyStartIsNotAnErrorWhenOurClockIsAhead() {
    world.server().nextStart(Outcome.neverReady());
    String id = world.created();
    world.time().pass(Duration.ofMinutes(26));

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STARTING);
    world.time().pass(Duration.ofMinutes(24));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STARTING);
    world.time().pass(Duration.ofMinutes(1));
    assertThat(get(id).status()).isEqualTo(ConversationStatus.ERROR);
  }

  @Test
  @Row(value = FaultRow.READY_THEN_ERROR, columns = Column.V0)
  void startThatReadsErrorAfterReadyShowsAsItsRun() {
    String id = world.running();
    world.server().startTasks().get(0).fail("a queued message was not delivered");

    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
  }

  @Test
  void abandonedStartCanBeDeleted() {
    world.server().nextStart(Outcome.neverReady());
    String id = world.created();
    get(id);
    world.time().pass(Duration.ofMinutes(25));

    assertThat(world.client().deleteConversation(id)).isTrue();

    assertThat(world.client().getConversation(id)).isEmpty();
    assertThat(world.client().listConversations(ConversationListQuery.firstPage()).results())
        .isEmpty();
  }

  @Test
  @Row(value = FaultRow.VANISHED, columns = Column.V0)
  void ownStartThatOneReadMissesIsLookedForAgain() {
    String id = world.created();
    missTheTask(2);

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STARTING);

    assertThat(world.time().sleeps())
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  private void missTheTask(int times) {
    for (int time = 0; time < times; time++) {
      world
          .server()
          .disturbNext(
              "GET", TASKS, Disturbance.notTaken().answer(200, "application/json", "[null]"));
    }
  }

  @Test
  void ownStartThatReadsMissForTenSecondsIsFoundByTheSameCall() {
    String id = world.created();
    missTheTask(5);
    world.server().journal().clear();

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STARTING);

    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(10));
    assertThat(world.server().journal().count("GET", TASKS)).isEqualTo(6);
  }

  @Test
  void ownStartThatNoReadFoundYetIsNotGivenUpByTheNextCallEither() {
    String id = world.created();
    missTheTask(6 + 5);
    assertThat(world.client().getConversation(id)).isEmpty();
    world.time().onSleep(world.time().sleeps().size() + 6, world::settle);

    assertThat(world.client().stopConversation(id).message())
        .isEqualTo("Conversation stopped successfully");
  }

  @Test
  void ownStartThatIsNotThereForAMinuteIsLookedForOnceByEachCall() {
    String id = world.created();
    world.server().startTasks().get(0).vanish();
    for (int call = 0; call < 6; call++) {
      assertThat(world.client().getConversation(id)).isEmpty();
    }
    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(60));
    world.server().journal().clear();

    assertThat(world.client().getConversation(id)).isEmpty();

    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(60));
    assertThat(world.server().journal().count("GET", ".*")).isEqualTo(1);
  }

  @Test
  void renameOfAStartThatFailedMeanwhileSaysSo() {
    world.server().nextStart(Outcome.startError("no"));
    String id = world.created();
    world.settle();

    V0Exception refused =
        catchThrowableOfType(
            V0Exception.class, () -> world.client().updateConversation(id, "Too late"));

    assertThat(refused.body())
        .contains("Failed to update conversation: the conversation could not be started");
  }

  @Test
  void waitForAStartEndsWithTheTimeOfOneWrite() {
    String id = world.created();

    V0Exception late =
        catchThrowableOfType(
            V0Exception.class, () -> world.client().updateConversation(id, "Too early"));

    assertThat(late.body()).contains("still starting, nothing done");
    assertThat(world.time().slept())
        .isEqualTo(
            ClientOptions.builder().baseUrl("http://127.0.0.1").noApiKey().build().writeTimeout());
  }

  @Test
  void createdAtStaysWhenTheStartBecomesAConversation() {
    String id = world.created();
    var first = get(id).createdAt();
    world.settle();

    assertThat(first).isNotNull();
    assertThat(get(id).createdAt()).isEqualTo(first);
  }

  @Test
  void manyReadsOfStartsAtTheSameTimeShareTheirRequests() throws Exception {
    List<String> ids = Stream.generate(world::created).limit(20).toList();
    world.server().journal().clear();
    world.server().disturbNext("GET", ROWS, Disturbance.taken().delay(Duration.ofSeconds(1)));
    world.server().disturbNext("GET", TASKS, Disturbance.taken().delay(Duration.ofSeconds(1)));

    List<FutureTask<ConversationInfo>> reads =
        ids.stream().map(id -> new FutureTask<>(() -> get(id))).toList();
    reads.forEach(read -> new Thread(read, "caller").start());

    for (int i = 0; i < ids.size(); i++) {
      assertThat(reads.get(i).get(20, TimeUnit.SECONDS))
          .extracting(ConversationInfo::conversationId, ConversationInfo::status)
          .containsExactly(ids.get(i), ConversationStatus.STARTING);
    }
    assertThat(world.server().journal().count("GET", ROWS)).isLessThanOrEqualTo(5);
    assertThat(world.server().journal().count("GET", TASKS)).isLessThanOrEqualTo(5);
  }

  @Test
  void listOfManyStartsCostsTwoRequestsMoreThanTheListItself() {
    List<String> ids = Stream.generate(world::created).limit(5).toList();
    world.server().journal().clear();

    List<ConversationInfo> rows =
        world.client().listConversations(ConversationListQuery.firstPage()).results();

    assertThat(rows)
        .extracting(ConversationInfo::conversationId)
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(world.server().journal().count("GET", ROWS)).isEqualTo(1);
    assertThat(world.server().journal().count("GET", TASKS)).isEqualTo(1);
    assertThat(world.server().journal().requests())
        .filteredOn(request -> !request.path().equals(ROWS + "/search"))
        .hasSize(2);
  }

  /** A caller takes an empty page for an empty list. */
  @Test
  void firstPageIsFullAlsoAfterAThousandCreatesThatNobodyRead() {
    Stream.generate(world::created).limit(1_000).forEach(id -> {});
    world.settle();
    world.server().journal().clear();

    assertThat(
            world
                .client()
                .listConversations(ConversationListQuery.builder().limit(20).build())
                .results())
        .hasSize(20);
    assertThat(world.server().journal().count("GET", ROWS)).isEqualTo(11);
    assertThat(world.server().journal().count("GET", TASKS)).isZero();
  }

  @Test
  void createThatWaitsNamesTheRepositoryThatCannotBeReached() {
    try (AdapterWorld waiting =
        AdapterWorld.inRealTime(
            CompatOptions.builder().createWait(Duration.ofSeconds(20)).build())) {
      waiting.server().nextStart(Outcome.missingGitCredentials().startPace(Pace.perRead(1)));
      CreateConversationRequest request =
          CreateConversationRequest.builder().repository("octo/denied").build();

      V0Exception refused =
          catchThrowableOfType(
              V0Exception.class, () -> waiting.client().createConversation(request));

      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.body()).isEqualTo("\"Unable to access repo octo/denied\"");
    }
  }

  @Test
  void messageOfAFailedStartIsOneShortLineAndTheBodyKeepsTheServersWords() {
    try (AdapterWorld waiting =
        AdapterWorld.inRealTime(
            CompatOptions.builder().createWait(Duration.ofSeconds(20)).build())) {
      String detail = "first\nsecond " + "x".repeat(600);
      waiting.server().nextStart(Outcome.startError(detail).startPace(Pace.perRead(1)));

      V0Exception refused = catchThrowableOfType(V0Exception.class, waiting::created);

      assertThat(refused).message().startsWith("first second x").hasSizeLessThan(520);
      assertThat(refused.body()).contains("first\\nsecond " + "x".repeat(600));
    }
  }

  @Test
  void conversationDeletedElsewhereIsLookedForThoroughlyOnce() {
    String id = world.running();
    get(id);
    world.server().conversation(id).delete();
    assertThat(world.client().getConversation(id)).isEmpty();
    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(10));
    world.server().journal().clear();

    assertThat(world.client().getConversation(id)).isEmpty();
    assertThat(world.server().journal().count("GET", TASKS)).isZero();

    world.time().pass(Duration.ofSeconds(10));
    assertThat(world.client().getConversation(id)).isEmpty();
    assertThat(world.server().journal().count("GET", TASKS)).isEqualTo(1);
    assertThat(world.server().journal().count("GET", ".*")).isEqualTo(3);
    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void conversationWhoseRowIsAwayForSomeSecondsIsFoundByTheSameCallEachTime() {
    String id = world.running();
    world.server().startTasks().get(0).vanish();
    for (int time = 0; time < 2; time++) {
      get(id);
      for (int look = 0; look < 5; look++) {
        rowsAre("[null]");
      }
      assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    }
    assertThat(world.time().slept()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void newestConversationsAreOnTheFirstPageWhenOurClockIsBehind() {
    world.time().shiftWallClock(Duration.ofMinutes(-5));
    String id = world.running();
    get(id); // it is no start any more

    for (int call = 0; call < 2; call++) {
      assertThat(
              world
                  .client()
                  .listConversations(ConversationListQuery.builder().limit(1).build())
                  .results())
          .extracting(ConversationInfo::conversationId)
          .containsExactly(id);
    }
  }
}
