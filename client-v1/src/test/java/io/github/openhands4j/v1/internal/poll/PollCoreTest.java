package io.github.openhands4j.v1.internal.poll;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.taskId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PollCoreTest {

  private static final Duration HOUR = Duration.ofHours(1);

  /** A budget that leaves the pace to the waits. */
  private static final int PLENTY = 6_000;

  private final Stirs stirs = new Stirs();

  private static List<Double> seconds(VirtualPoller poller) {
    return poller.requests.stream().map(request -> request.atNanos() / 1e9).toList();
  }

  private static List<Double> gaps(VirtualPoller poller) {
    List<Double> at = seconds(poller);
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < at.size(); i++) {
      gaps.add(at.get(i) - at.get(i - 1));
    }
    return gaps;
  }

  @Test
  void aFirstWaitIsReadForAtOnce() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.addTask(1, HOUR);
    poller.pass(Duration.ZERO);

    assertThat(poller.requests).hasSize(1);
  }

  @Test
  void nothingIsReadWithoutWaits() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.pass(HOUR);

    assertThat(poller.requests).isEmpty();
    assertThat(poller.core.restBeforeTick(0)).isNull();
  }

  @Test
  void oneRequestAsksForAtMost99IdsAndForEachOnce() {
    VirtualPoller poller = new VirtualPoller(60);
    for (long key = 0; key < 250; key++) {
      poller.addTask(key, HOUR);
      poller.addConversation(1_000 + key, HOUR);
      poller.addConversation(2_000 + key, HOUR);
    }
    poller.addTask(5_000, HOUR);
    poller.pass(Duration.ZERO);

    assertThat(poller.requests)
        .extracting(VirtualPoller.Request::ids)
        .containsExactly(99, 99, 53, 99, 99, 99, 99, 99, 5);
  }

  @Test
  void waitsForOneConversationShareItsRead() {
    VirtualPoller poller = new VirtualPoller(60);
    for (long key = 0; key < 10; key++) {
      poller.core.add(
          key,
          new Wait(
              Samples.handle(1),
              HOUR,
              0,
              WaitState.of(Goal.FINISHED, null, conversationId(1)),
              null));
    }

    assertThat(poller.core.reads(0))
        .containsExactly(new PollAction.ReadConversations(List.of(conversationId(1))));
  }

  @Test
  void restIsATenthOfTheWaitFromHalfASecondToFive() {
    VirtualPoller poller = new VirtualPoller(PLENTY);
    poller.addTask(1, HOUR);
    poller.pass(Duration.ofMinutes(3));

    List<Double> at = seconds(poller);
    List<Double> gaps = gaps(poller);
    for (int i = 0; i < gaps.size(); i++) {
      // the rest is a tenth of what the wait has lasted when it is over: a ninth of what it had
      double expected = Math.min(5, Math.max(0.5, at.get(i) / 9));
      assertThat(gaps.get(i))
          .as("after %s s", at.get(i))
          .isBetween(expected * 0.85, expected * 1.15);
    }
    assertThat(gaps).startsWith(0.5).endsWith(5.0);
  }

  @Test
  void theYoungestWaitSetsThePace() {
    VirtualPoller poller = new VirtualPoller(PLENTY);
    poller.addConversation(1, HOUR);
    poller.pass(Duration.ofMinutes(3));
    int before = poller.requests.size();
    poller.addConversation(2, HOUR);
    poller.pass(Duration.ofSeconds(5));

    assertThat(poller.requests.size() - before).isBetween(9, 11);
  }

  @Test
  void firstReadsOfAStartDoNotWaitForTheirShareOfTheMinute() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.addTask(1, HOUR);
    poller.pass(Duration.ofMillis(2_600));

    assertThat(seconds(poller)).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0, 2.5);
  }

  @Test
  void budgetStretchesTheRest() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.addTask(1, HOUR);
    poller.addConversation(2, HOUR);
    poller.pass(Duration.ofSeconds(9));

    double share = 60.0 / 57; // three reads of a minute may come early
    assertThat(gaps(poller).stream().filter(gap -> gap > 0).skip(2))
        .isNotEmpty()
        .allSatisfy(gap -> assertThat(gap).isBetween(2 * share - 0.001, 2 * share + 0.001));
  }

  @Test
  void manyWaitsAreReadForMoreOftenThanOneOfTheirAge() {
    assertThat(readsFrom50To60Seconds(1)).isBetween(1, 2);
    assertThat(readsFrom50To60Seconds(3)).isBetween(5, 7);
    assertThat(readsFrom50To60Seconds(30)).isBetween(18, 21);
  }

  private static int readsFrom50To60Seconds(int waits) {
    VirtualPoller poller = new VirtualPoller(PLENTY);
    for (long key = 0; key < waits; key++) {
      poller.addTask(key, HOUR);
    }
    poller.pass(Duration.ofSeconds(50));
    int before = poller.requests.size();
    poller.pass(Duration.ofSeconds(10));
    return poller.requests.size() - before;
  }

  @Test
  void rateLimitSlowsAllWaitsDownMoreEachTimeUntilASuccess() {
    VirtualPoller poller = new VirtualPoller(PLENTY);
    poller.failure = () -> Samples.answer(429);
    poller.addTask(1, HOUR);
    poller.addConversation(2, HOUR);
    poller.pass(Duration.ofSeconds(200));

    assertThat(gaps(poller)).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0);

    poller.failure = () -> null;
    poller.pass(Duration.ofSeconds(90));
    assertThat(gaps(poller).subList(9, gaps(poller).size()))
        .hasSizeGreaterThan(10)
        .allMatch(gap -> gap <= 5);
  }

  private static VirtualPoller refused(int status, String retryAfter) {
    VirtualPoller poller = new VirtualPoller(PLENTY);
    poller.failure = () -> Samples.answer(status, Map.of("retry-after", List.of(retryAfter)));
    return poller;
  }

  @Test
  void retryAfterIsKept() {
    VirtualPoller poller = refused(429, "30");
    poller.addTask(1, HOUR);
    poller.pass(Duration.ofSeconds(29));

    assertThat(poller.requests).hasSize(1);
  }

  @Test
  void brokenServerIsLeftAloneAsLongAsItAsks() {
    VirtualPoller poller = refused(503, "300");
    poller.addTask(1, HOUR);
    poller.addConversation(2, HOUR);
    poller.pass(Duration.ofSeconds(299));
    assertThat(poller.requests).hasSize(1);

    poller.pass(Duration.ofSeconds(2));
    assertThat(poller.requests).hasSize(2);
  }

  @Test
  void askedForALifetimeThePollerTriesAgainAfterAnHour() {
    VirtualPoller poller = refused(429, "1e2147483648");
    poller.addTask(1, HOUR.multipliedBy(3));
    poller.pass(HOUR.minusSeconds(1));
    assertThat(poller.requests).hasSize(1);

    poller.pass(Duration.ofSeconds(2));
    assertThat(poller.requests).hasSize(2);
  }

  @Test
  void waitThatExpiresDuringASlowDownIsNotReadFor() {
    VirtualPoller poller = refused(429, "30");
    poller.addTask(1, HOUR);
    poller.addTask(2, Duration.ofSeconds(3));
    poller.pass(Duration.ofSeconds(29));

    assertThat(poller.expiredAt).containsExactly(Map.entry(2L, Duration.ofSeconds(3)));
    assertThat(poller.requests).hasSize(1);
  }

  @Test
  void waitThatEndedInTheMachinesSleepIsNotHeldByALongRetryAfter() {
    VirtualPoller poller = refused(429, "7200");
    poller.addTask(1, Duration.ofMinutes(5));
    poller.pass(Duration.ofSeconds(10));
    poller.sleep(Duration.ofMinutes(30));
    poller.pass(Duration.ofSeconds(2));

    assertThat(poller.expired).containsKey(1L);
    assertThat(poller.requests).hasSize(1);
  }

  @Test
  void waitThatEndedInTheMachinesSleepIsOwedAReadThatMayBeMadeSoon() {
    VirtualPoller poller = refused(429, "330");
    poller.addTask(1, Duration.ofMinutes(4));
    poller.pass(Duration.ofSeconds(10));
    poller.sleep(Duration.ofMinutes(5));
    poller.pass(Duration.ofSeconds(10));
    assertThat(poller.expired).isEmpty();
    poller.pass(Duration.ofSeconds(20));

    assertThat(poller.expired).containsKey(1L);
    assertThat(poller.requests).hasSize(2);
  }

  @Test
  void ofTwoRowsOfATaskTheOneThatWasChangedLastCounts() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    AppConversationStartTask before =
        Samples.task(1, AppConversationStartTaskStatus.WORKING, conversationId(1))
            .updatedAt(noon)
            .build();
    AppConversationStartTask after =
        Samples.task(1, AppConversationStartTaskStatus.READY, conversationId(1))
            .appConversationId(conversationId(1))
            .updatedAt(noon.plusMillis(1))
            .build();
    AppConversationStartTask undated =
        Samples.task(1, AppConversationStartTaskStatus.WORKING, conversationId(1)).build();
    for (List<AppConversationStartTask> rows :
        List.<List<AppConversationStartTask>>of(
            List.of(before, after),
            List.of(after, before),
            List.of(after, undated),
            List.of(undated, after, before))) {
      PollCore core = new PollCore(new ReadBudget(PLENTY), stirs);
      core.add(1, wait(Duration.ofMinutes(1)));
      core.reads(0);

      assertThat(core.tasksRead(List.of(after.id()), new BatchAnswer<>(rows, Map.of()), 1))
          .as("%s", rows)
          .anyMatch(PollAction.Conclude.class::isInstance);
    }
  }

  @Test
  void readThatIsOwedMayEndBeforeTheWaitIsOver() {
    PollCore core = new PollCore(new ReadBudget(PLENTY), stirs);
    core.add(1, wait(Duration.ofMinutes(1)));
    core.reads(0);
    core.endTick(1, 1);
    long awake = Duration.ofHours(8).toNanos();

    assertThat(core.expire(awake)).isEmpty();
    assertThat(core.reads(awake)).isNotEmpty();
    assertThat(core.expire(awake + 1)).isEmpty();
    assertThat(core.endTick(1, awake + 2)).singleElement().isInstanceOf(PollAction.Expire.class);
  }

  @Test
  void serverThatTakesItsTimeIsAskedLessOftenUntilItIsQuickAgain() {
    VirtualPoller poller = new VirtualPoller(PLENTY);
    poller.latency = () -> Duration.ofSeconds(1);
    poller.addTask(1, HOUR);
    poller.pass(Duration.ofSeconds(12));
    assertThat(gaps(poller)).isNotEmpty().allMatch(gap -> gap >= 3);

    poller.latency = () -> Duration.ZERO;
    poller.pass(Duration.ofSeconds(6));

    assertThat(gaps(poller)).last().satisfies(gap -> assertThat(gap).isLessThan(2.1));
  }

  @Test
  void serverThatTakesVeryLongIsAskedEveryFiveSecondsAllTheSame() {
    VirtualPoller poller = new VirtualPoller(PLENTY);
    poller.latency = () -> Duration.ofSeconds(30);
    poller.addTask(1, HOUR);
    poller.pass(Duration.ofMinutes(3));

    assertThat(gaps(poller)).isNotEmpty().allMatch(gap -> gap == 35);
  }

  @Test
  void waitExpiresOnTimeAndSaysWhatItLastSaw() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.addTask(1, Duration.ofMillis(3_210));
    poller.addTask(2, Duration.ofMillis(20));
    poller.pass(HOUR);

    assertThat(poller.expiredAt)
        .containsEntry(1L, Duration.ofMillis(3_210))
        .containsEntry(2L, Duration.ofMillis(20));
    assertThat(poller.expired.get(1L))
        .satisfies(expire -> assertThat(expire.last()).hasToString("start WORKING"));
  }

  @Test
  void failedReadNeverEndsAWaitAndItsCauseIsKept() {
    RuntimeException cause = Samples.answer(401);
    VirtualPoller poller = new VirtualPoller(60);
    poller.failure = () -> cause;
    poller.addTask(1, Duration.ofMinutes(10));
    poller.pass(Duration.ofMinutes(10).minusNanos(1));
    assertThat(poller.expired).isEmpty();
    poller.pass(Duration.ofNanos(1));

    assertThat(poller.expired.get(1L))
        .satisfies(expire -> assertThat(expire.ended().lastFailure()).isSameAs(cause));
  }

  @Test
  void laterSuccessForgetsTheFailure() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.failure = Samples::lost;
    poller.addTask(1, Duration.ofMinutes(10));
    poller.pass(Duration.ofMinutes(1));
    poller.failure = () -> null;
    poller.pass(HOUR);

    assertThat(poller.expired.get(1L))
        .satisfies(expire -> assertThat(expire.ended().lastFailure()).isNull());
  }

  @Test
  void removedWaitIsSilentAndNoLongerAskedFor() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.addTask(1, Duration.ofMinutes(1));
    poller.addTask(2, Duration.ofMinutes(1));
    assertThat(poller.core.reads(0)).hasSize(1);
    assertThat(poller.core.remove(1)).isNotNull();
    assertThat(poller.core.remove(1)).isNull();
    // the answer to a request that was under way at that moment
    List<PollAction> news =
        poller.core.tasksRead(
            List.of(taskId(1), taskId(2)),
            new BatchAnswer<>(
                List.of(Samples.task(1, AppConversationStartTaskStatus.ERROR, null).build()),
                Map.of()),
            0);
    assertThat(news).isEmpty();
    poller.pass(HOUR);

    assertThat(poller.expired).containsOnlyKeys(2L);
    assertThat(poller.requests).allMatch(request -> request.ids() == 1);
  }

  @Test
  void unknownAndRepeatedRowsAreTakenById() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.addTask(1, HOUR);
    poller.addTask(2, HOUR);
    var failed = Samples.task(2, AppConversationStartTaskStatus.ERROR, null).build();
    var stranger = Samples.task(9, AppConversationStartTaskStatus.ERROR, null).build();
    List<PollAction> news =
        poller.core.tasksRead(
            List.of(taskId(1), taskId(2)),
            new BatchAnswer<>(List.of(stranger, failed, failed), Map.of()),
            0);

    assertThat(news)
        .filteredOn(PollAction.Conclude.class::isInstance)
        .extracting(action -> ((PollAction.Conclude) action).key())
        .containsExactly(2L);
  }

  @Test
  void listenerHearsOfAChangeOnce() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.addTask(1, HOUR);
    poller.pass(Duration.ofMinutes(1));

    assertThat(poller.news).hasSize(1).allMatch(PollAction.Report.class::isInstance);
  }

  @Test
  void waitsExpireByTheirOwnTimeWhateverTheReadsAreDoing() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.core.add(1, wait(Duration.ofSeconds(10)));
    poller.core.add(2, wait(HOUR));

    assertThat(poller.core.untilExpiry(Duration.ofSeconds(4).toNanos()))
        .isEqualTo(Duration.ofSeconds(6));
    assertThat(poller.core.expire(Duration.ofSeconds(9).toNanos())).isEmpty();
    assertThat(poller.core.expire(Duration.ofSeconds(10).toNanos()))
        .singleElement()
        .isInstanceOfSatisfying(
            PollAction.Expire.class, expired -> assertThat(expired.key()).isEqualTo(1));
  }

  private static Wait wait(Duration limit) {
    return new Wait(Samples.handle(1), limit, 0, WaitState.of(Goal.READY, taskId(1), null), null);
  }

  @Test
  void tenThousandWaitsTakeTurnsWithinTheBudget() {
    VirtualPoller poller = new VirtualPoller(60);
    for (long key = 0; key < 10_000; key++) {
      poller.addTask(key, HOUR);
    }
    poller.pass(Duration.ofMinutes(2));

    Set<Object> asked = new HashSet<>();
    poller.requests.stream()
        .limit(102)
        .forEach(request -> asked.addAll(((PollAction.ReadTasks) request.read()).ids()));
    assertThat(asked).as("asked for in the first round").hasSize(10_000);
    assertThat(poller.requests).hasSizeLessThanOrEqualTo(3 * 60);
    assertThat(poller.news).as("each has heard of its state, once").hasSize(10_000);
  }

  @Test
  void rowThatCannotBeReadConcernsItsOwnWaitOnly() {
    VirtualPoller poller = new VirtualPoller(60);
    poller.addTask(1, Duration.ofSeconds(5));
    poller.addTask(2, HOUR);
    OpenHandsException odd = Samples.unreadable();
    var failed = Samples.task(2, AppConversationStartTaskStatus.ERROR, null).build();
    List<PollAction> news =
        poller.core.tasksRead(
            List.of(taskId(1), taskId(2)),
            new BatchAnswer<>(List.of(failed), Map.of(taskId(1), odd)),
            0);

    assertThat(news)
        .filteredOn(PollAction.Conclude.class::isInstance)
        .extracting(action -> ((PollAction.Conclude) action).key())
        .containsExactly(2L);
    assertThat(poller.core.expire(Duration.ofSeconds(5).toNanos()))
        .extracting(action -> ((PollAction.Expire) action).ended().lastFailure())
        .containsExactly(odd);
  }

  @Test
  void rowThatCannotBeReadIsNoRowThatIsNotThere() {
    PollCore core = waitingFor(Goal.FINISHED, PLENTY);
    for (int second = 0; second < 600; second += 5) {
      assertThat(
              core.conversationsRead(
                  List.of(conversationId(1)),
                  new BatchAnswer<>(List.of(), Map.of(conversationId(1), Samples.unreadable())),
                  Duration.ofSeconds(second).toNanos(),
                  Duration.ofSeconds(second).toNanos()))
          .as("after %s s", second)
          .isEmpty();
    }

    assertThat(core.hasWaits()).isTrue();
  }

  private static List<PollAction.Paused> sees(PollCore core, String sandbox, double seconds) {
    return core
        .conversationsRead(
            List.of(conversationId(1)),
            new BatchAnswer<>(
                List.of(
                    Samples.conversation(1)
                        .sandboxId("box")
                        .sandboxStatus(SandboxStatus.of(sandbox))
                        .build()),
                Map.of()),
            Math.round(seconds * 1_000_000_000),
            Math.round(seconds * 1_000_000_000))
        .stream()
        .filter(PollAction.Paused.class::isInstance)
        .map(PollAction.Paused.class::cast)
        .toList();
  }

  private PollCore waitingFor(Goal goal) {
    return waitingFor(goal, 60);
  }

  private PollCore waitingFor(Goal goal, int pollsPerMinute) {
    PollCore core = new PollCore(new ReadBudget(pollsPerMinute), stirs);
    core.add(
        1, new Wait(Samples.handle(1), HOUR, 0, WaitState.of(goal, null, conversationId(1)), null));
    return core;
  }

  @Test
  void pausedSandboxIsToldAtOnceAndAgainEveryMinute() {
    PollCore core = waitingFor(Goal.FINISHED);

    assertThat(sees(core, "RUNNING", 0)).isEmpty();
    assertThat(sees(core, "PAUSED", 1))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.first()).isTrue();
              assertThat(told.sandboxId()).isEqualTo("box");
              assertThat(told.progress().sandboxStatus()).isEqualTo(SandboxStatus.PAUSED);
            });
    assertThat(sees(core, "PAUSED", 60)).isEmpty();
    assertThat(sees(core, "PAUSED", 61))
        .singleElement()
        .satisfies(told -> assertThat(told.first()).isFalse());
    assertThat(sees(core, "RUNNING", 70)).isEmpty();
    assertThat(sees(core, "PAUSED", 71))
        .singleElement()
        .satisfies(told -> assertThat(told.first()).isTrue());
  }

  @Test
  void messageBeforeTheWaitCounts() {
    stirs.add(conversationId(1), 0);
    PollCore core = waitingFor(Goal.FINISHED);

    assertThat(ends(core, "finished", 1)).isEmpty();
    assertThat(ends(core, "running", 2)).isEmpty();
    assertThat(ends(core, "finished", 3)).hasSize(1);
  }

  @Test
  void messageToAnotherConversationHoldsNoWait() {
    PollCore core = waitingFor(Goal.FINISHED);
    stirs.add(conversationId(2), 0);

    assertThat(ends(core, "finished", 1)).hasSize(1);
  }

  @Test
  void messageWhoseRunWasSeenHoldsNoLaterWait() {
    PollCore core = waitingFor(Goal.FINISHED);
    stirs.add(conversationId(1), 0);
    assertThat(ends(core, "running", 1)).isEmpty();
    assertThat(ends(core, "finished", 2)).hasSize(1);
    core.add(
        2,
        new Wait(
            Samples.handle(1),
            HOUR,
            0,
            WaitState.of(Goal.FINISHED, null, conversationId(1)),
            null));

    assertThat(ends(core, "finished", 3)).hasSize(1);
  }

  @Test
  void runSeenBeforeTheMessageHoldsItsWaitStill() {
    PollCore core = waitingFor(Goal.FINISHED);
    core.reads(0);
    stirs.add(conversationId(1), 1);
    BatchAnswer<ConversationId, AppConversation> runs =
        new BatchAnswer<>(
            List.of(
                Samples.conversation(1)
                    .executionStatus(ConversationExecutionStatus.RUNNING)
                    .build()),
            Map.of());

    assertThat(core.conversationsRead(List.of(conversationId(1)), runs, 0, 2))
        .noneMatch(PollAction.Conclude.class::isInstance);
    assertThat(ends(core, "finished", 3)).isEmpty();
    core.add(
        2,
        new Wait(
            Samples.handle(1),
            HOUR,
            0,
            WaitState.of(Goal.FINISHED, null, conversationId(1)),
            null));
    assertThat(ends(core, "finished", 4)).as("a later wait").isEmpty();
  }

  /** As with a client and a view of it: what one of them sees does not outdate the other's read. */
  @Test
  void runSeenByOneViewHoldsReadsOfAnotherThatBeganBefore() {
    PollCore one = waitingFor(Goal.FINISHED);
    PollCore other = waitingFor(Goal.FINISHED);
    stirs.add(conversationId(1), 0);

    assertThat(ends(one, "running", 1.1, 1.2)).isEmpty();
    assertThat(ends(other, "finished", 1.0, 1.3)).as("of the run before").isEmpty();
    assertThat(ends(other, "finished", 1.19, 1.4)).as("of the run before").isEmpty();
    assertThat(ends(other, "finished", 1.5, 1.6)).as("of this run").hasSize(1);
    assertThat(ends(one, "finished", 1.5, 1.6)).as("of this run").hasSize(1);
  }

  @Test
  void messageHoldsAWaitOfAnotherViewWhoseReadIsSlow() {
    PollCore slow = waitingFor(Goal.FINISHED);
    stirs.add(conversationId(1), 0);
    stirs.add(conversationId(2), Duration.ofSeconds(60).toNanos());

    assertThat(ends(slow, "finished", 1, 61)).as("of the run before").isEmpty();
    assertThat(ends(slow, "finished", 62, 63)).hasSize(1);
  }

  private static List<PollAction> ends(PollCore core, String agent, double seconds) {
    return ends(core, agent, seconds, seconds);
  }

  private static List<PollAction> ends(PollCore core, String agent, double begun, double seconds) {
    return core
        .conversationsRead(
            List.of(conversationId(1)),
            new BatchAnswer<>(
                List.of(
                    Samples.conversation(1)
                        .sandboxStatus(SandboxStatus.RUNNING)
                        .executionStatus(ConversationExecutionStatus.of(agent))
                        .build()),
                Map.of()),
            Math.round(begun * 1_000_000_000),
            Math.round(seconds * 1_000_000_000))
        .stream()
        .filter(PollAction.Conclude.class::isInstance)
        .toList();
  }
}
