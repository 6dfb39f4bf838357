package io.github.openhands4j.v1.internal.poll;

import static io.github.openhands4j.v1.testing.Samples.conversation;
import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static io.github.openhands4j.v1.testing.Samples.task;
import static io.github.openhands4j.v1.testing.Samples.taskId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.MetricsSnapshot;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitRulesTest {

  private static long at(double seconds) {
    return Math.round(seconds * 1_000_000_000);
  }

  private static WaitState state(Goal goal) {
    return WaitState.of(goal, taskId(1), conversationId(1));
  }

  private static WaitState found(Goal goal) {
    return WaitState.of(goal, null, conversationId(1));
  }

  private static AppConversationStartTask taskWith(String status) {
    return task(1, AppConversationStartTaskStatus.of(status), conversationId(1)).build();
  }

  private static AppConversation row(@Nullable String sandbox, @Nullable String agent) {
    return conversation(1)
        .sandboxStatus(sandbox == null ? null : SandboxStatus.of(sandbox))
        .executionStatus(agent == null ? null : ConversationExecutionStatus.of(agent))
        .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WORKING",
        "WAITING_FOR_SANDBOX",
        "PREPARING_REPOSITORY",
        "RUNNING_SETUP_SCRIPT",
        "SETTING_UP_GIT_HOOKS",
        "SETTING_UP_SKILLS",
        "STARTING_CONVERSATION",
        "A_WORD_OF_TOMORROW"
      })
  void startUnderWayIsWaitedForWhateverItsPhase(String status) {
    for (Goal goal : Goal.values()) {
      WaitTurn turn = WaitRules.seeTask(state(goal), taskWith(status), at(1));

      assertThat(turn.verdict()).isNull();
      assertThat(turn.state().conversationId()).isNull();
      assertThat(turn.state().startStatus()).hasToString(status);
    }
  }

  @Test
  void taskWithoutAStatusIsWaitedFor() {
    AppConversationStartTask bare = AppConversationStartTask.builder().id(taskId(1)).build();

    assertThat(WaitRules.seeTask(state(Goal.READY), bare, at(1)).verdict()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"READY", "ERROR", "STARTING_CONVERSATION", "A_WORD_OF_TOMORROW"})
  void taskWithAConversationIsReadyWhateverItsStatus(String status) {
    AppConversationStartTask task =
        task(1, AppConversationStartTaskStatus.of(status), null)
            .appConversationId(conversationId(5))
            .build();

    assertThat(WaitRules.seeTask(state(Goal.READY), task, at(1)).verdict())
        .isEqualTo(new Verdict.Ready(conversationId(5)));
    WaitTurn goesOn = WaitRules.seeTask(state(Goal.FINISHED), task, at(1));
    assertThat(goesOn.verdict()).isNull();
    assertThat(goesOn.state().conversationId()).isEqualTo(conversationId(5));
  }

  @ParameterizedTest
  @EnumSource(Goal.class)
  void failedStartEndsBothWaits(Goal goal) {
    AppConversationStartTask failed =
        task(1, AppConversationStartTaskStatus.ERROR, conversationId(1))
            .detail("no room")
            .sandboxId("box")
            .build();

    assertThat(WaitRules.seeTask(state(goal), failed, at(1)).verdict())
        .isEqualTo(new Verdict.StartFailed("no room", "box"));
  }

  /** Reads of the task that all say the same, a second apart. */
  private static WaitState afterTasks(
      WaitState before, int reads, @Nullable AppConversationStartTask task) {
    WaitState state = before;
    for (int read = 1; read <= reads; read++) {
      WaitTurn turn = WaitRules.seeTask(state, task, at(read));
      assertThat(turn.verdict()).as("read %d", read).isNull();
      state = turn.state();
    }
    return state;
  }

  @Test
  void readyWithoutAnIdIsLookedUpByOurOwnAfterTheThirdRead() {
    WaitState twice = afterTasks(state(Goal.READY), 2, taskWith("READY"));
    assertThat(twice.conversationId()).isNull();

    WaitTurn third = WaitRules.seeTask(twice, taskWith("READY"), at(3));

    assertThat(third.verdict()).isNull();
    assertThat(third.state().conversationId()).isEqualTo(conversationId(1));
    assertThat(sees(third.state(), row("RUNNING", "running"), at(4)).verdict())
        .isEqualTo(new Verdict.Ready(conversationId(1)));
  }

  @Test
  void readyWithoutAnIdWhoseConversationIsNotFoundAsksForTheTaskAgain() {
    WaitState asks = afterTasks(state(Goal.READY), 3, taskWith("READY"));

    WaitTurn notFound = sees(asks, null, at(4));
    assertThat(notFound.verdict()).isNull();
    assertThat(notFound.state().conversationId()).isNull();

    AppConversationStartTask told =
        task(1, AppConversationStartTaskStatus.READY, null)
            .appConversationId(conversationId(5))
            .build();
    assertThat(WaitRules.seeTask(notFound.state(), told, at(5)).verdict())
        .isEqualTo(new Verdict.Ready(conversationId(5)));
  }

  @ParameterizedTest
  @EnumSource(Goal.class)
  void readyWithoutAnIdAndWithoutAConversationHasVanishedAfterAMinute(Goal goal) {
    assertThat(vanishesAfter(state(goal), taskWith("READY"), 5)).isEqualTo(65);
  }

  @Test
  void readyWithoutAnIdOnAServerThatTakesNoneHasVanishedAfterAMinute() {
    WaitState state = WaitState.of(Goal.READY, taskId(1), null);

    assertThat(vanishesAfter(state, taskWith("READY"), 5)).isEqualTo(60);
  }

  /**
   * After how many seconds a wait ends as vanished, if task and conversation are read in turns as
   * the wait wants it, every so many seconds, and the conversation is never listed.
   */
  private static int vanishesAfter(
      WaitState first, @Nullable AppConversationStartTask task, int every) {
    WaitState state = first;
    for (int second = 0; second < 1_000; second += every) {
      WaitTurn turn =
          state.conversationId() == null
              ? WaitRules.seeTask(state, task, at(second))
              : sees(state, null, at(second));
      if (turn.verdict() != null) {
        assertThat(turn.verdict()).isEqualTo(new Verdict.Vanished());
        return second;
      }
      state = turn.state();
    }
    throw new AssertionError("waits for ever");
  }

  @ParameterizedTest
  @CsvSource({"1, 60, false", "2, 60, false", "3, 9.9, false", "3, 10, true", "30, 9.9, false"})
  void vanishedTaskIsFollowedByItsConversationAfterThreeReadsAndTenSeconds(
      int reads, double seconds, boolean followed) {
    WaitState state = state(Goal.READY);
    for (int read = 0; read < reads; read++) {
      double time = reads == 1 ? 0 : seconds * read / (reads - 1);
      WaitTurn turn = WaitRules.seeTask(state, null, at(100 + time));
      assertThat(turn.verdict()).isNull();
      state = turn.state();
    }

    assertThat(state.conversationId() != null).isEqualTo(followed);
  }

  @Test
  void taskThatComesBackHasNotVanished() {
    WaitState state = state(Goal.READY);
    for (int read = 0; read < 20; read++) {
      AppConversationStartTask task = read % 3 == 2 ? taskWith("WORKING") : null;
      state = WaitRules.seeTask(state, task, at(5.0 * read)).state();
    }

    assertThat(state.conversationId()).isNull();
  }

  @Test
  void taskThatComesBackAfterTheConversationWasAskedForIsFollowedAgain() {
    WaitState state = state(Goal.READY);
    for (int read = 0; read < 3; read++) {
      state = WaitRules.seeTask(state, null, at(5.0 * read)).state();
    }
    state = sees(state, null, at(15)).state();
    state = WaitRules.seeTask(state, taskWith("WORKING"), at(20)).state();
    for (int read = 0; read < 2; read++) {
      WaitTurn turn = WaitRules.seeTask(state, null, at(100 + read));
      assertThat(turn.verdict()).isNull();
      state = turn.state();
    }

    assertThat(state.conversationId()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Goal.class)
  void startWhoseTaskAndConversationAreNotListedHasVanishedAfterAMinute(Goal goal) {
    assertThat(vanishesAfter(state(goal), null, 5)).isEqualTo(65);
    assertThat(vanishesAfter(found(goal), null, 5)).isEqualTo(60);
  }

  @Test
  void taskThatWasNotReadForLongIsReadAgainBeforeItHasVanished() {
    WaitState state = state(Goal.READY);
    for (int read = 0; read < 3; read++) {
      state = WaitRules.seeTask(state, null, at(5.0 * read)).state();
    }

    WaitTurn late = sees(state, null, at(10 + 60.1));

    assertThat(late.verdict()).isNull();
    assertThat(late.state().conversationId()).isNull();
    assertThat(sees(state, null, at(10 + 59.9)).verdict()).isEqualTo(new Verdict.Vanished());
  }

  @Test
  void fewReadsInALongTimeAreNotEnoughToHaveVanished() {
    assertThat(vanishesAfter(found(Goal.FINISHED), null, 300)).isEqualTo(600);
  }

  @Test
  void vanishedTaskOfServerThatTookNoIdHasVanishedAfterAMinute() {
    assertThat(vanishesAfter(WaitState.of(Goal.READY, taskId(1), null), null, 5)).isEqualTo(60);
  }

  @Test
  void conversationThatIsDeletedWhileItsRunIsWaitedForHasVanished() {
    WaitState state = sees(found(Goal.FINISHED), row("RUNNING", "running"), at(1)).state();

    assertThat(vanishesAfter(state, null, 5)).isEqualTo(60);
  }

  @Test
  void conversationThatIsNotListedNowAndThenIsWaitedFor() {
    WaitState state = found(Goal.FINISHED);
    for (int read = 0; read < 50; read++) {
      AppConversation row = read % 4 == 3 ? row("RUNNING", "running") : null;
      WaitTurn turn = sees(state, row, at(10.0 * read));
      assertThat(turn.verdict()).isNull();
      state = turn.state();
    }
  }

  @Test
  void listedConversationIsReady() {
    assertThat(sees(found(Goal.READY), row(null, null), at(1)).verdict())
        .isEqualTo(new Verdict.Ready(conversationId(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "finished, FINISHED",
    "error, FAILED",
    "stuck, STUCK",
    "waiting_for_confirmation, NEEDS_CONFIRMATION",
    "idle,",
    "running,",
    "paused,",
    "deleting,",
    "word_of_tomorrow,",
    ","
  })
  void runEndsByWhatTheAgentSaysWhereTheSandboxIsNotLost(
      @Nullable String agent, @Nullable String outcome) {
    for (String sandbox :
        List.of("RUNNING", "STARTING", "PAUSED", "MISSING", "ERROR", "WORD_OF_TOMORROW")) {
      AppConversation row = row(sandbox, agent);
      Verdict expected = outcome == null ? null : new Verdict.Ended(row, new Outcome(outcome));

      assertThat(sees(found(Goal.FINISHED), row, at(1)).verdict()).as(sandbox).isEqualTo(expected);
    }
    AppConversation unknown = row(null, agent);
    assertThat(sees(found(Goal.FINISHED), unknown, at(1)).verdict() != null)
        .isEqualTo(outcome != null);
  }

  @Test
  void costIsWhatTheRecordSays() {
    AppConversation told =
        conversation(1)
            .metrics(MetricsSnapshot.builder().accumulatedCost(0.25).build())
            .executionStatus(ConversationExecutionStatus.RUNNING)
            .build();
    Wait wait = new Wait(handle(1), Duration.ofHours(1), at(0), found(Goal.FINISHED), null);

    WaitState seen = sees(wait.state(), told, at(1)).state();

    assertThat(wait.progress(at(1)).cost()).isNull();
    assertThat(wait.with(seen).progress(at(1)).cost()).isEqualTo(0.25);
    WaitState without = sees(seen, row("RUNNING", "running"), at(2)).state();
    assertThat(wait.with(without).progress(at(2)).cost()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, 1, 0, false",
    "MISSING, 2, 120, false",
    "MISSING, 3, 59.9, false",
    "MISSING, 3, 60, true",
    "MISSING, 99, 59.9, false",
    "ERROR, 1, 0, false",
    "ERROR, 2, 120, false",
    "ERROR, 3, 59.9, false",
    "ERROR, 3, 60, true",
    "ERROR, 99, 59.9, false"
  })
  void brokenSandboxIsLostAfterThreeReadsAndAMinute(
      String sandbox, int reads, double seconds, boolean lost) {
    AppConversation row = row(sandbox, null);
    WaitTurn turn = WaitTurn.on(found(Goal.FINISHED));
    for (int read = 0; read < reads; read++) {
      double time = reads == 1 ? 0 : seconds * read / (reads - 1);
      turn = sees(turn.state(), row, at(100 + time));
    }

    Verdict expected = lost ? new Verdict.Ended(row, Outcome.SANDBOX_LOST) : null;
    assertThat(turn.verdict()).isEqualTo(expected);
  }

  @Test
  void sandboxThatIsBrokenInOneWayAfterTheOtherIsLost() {
    WaitState state = found(Goal.FINISHED);
    state = sees(state, row("ERROR", null), at(100)).state();
    state = sees(state, row("MISSING", null), at(130)).state();

    assertThat(sees(state, row("ERROR", null), at(160)).verdict())
        .isInstanceOf(Verdict.Ended.class);
  }

  @ParameterizedTest
  @CsvSource({"finished", "error", "stuck", "running", "idle", "paused", "word_of_tomorrow", ","})
  void sandboxThatStaysBrokenIsLostWhateverTheAgentSays(@Nullable String agent) {
    WaitState state = found(Goal.FINISHED);
    state = sees(state, row("ERROR", null), at(100)).state();
    state = sees(state, row("ERROR", null), at(130)).state();
    AppConversation row = row("ERROR", agent);

    assertThat(sees(state, row, at(160)).verdict())
        .isEqualTo(new Verdict.Ended(row, Outcome.SANDBOX_LOST));
  }

  @Test
  void sandboxThatIsBrokenNowAndThenIsNotLost() {
    WaitState state = found(Goal.FINISHED);
    for (int read = 0; read < 50; read++) {
      AppConversation row = row(List.of("MISSING", "ERROR", "RUNNING").get(read % 3), null);
      WaitTurn turn = sees(state, row, at(40.0 * read));
      assertThat(turn.verdict()).isNull();
      state = turn.state();
    }
  }

  @Test
  void pausedSandboxIsWaitedForThroughResumeToTheEnd() {
    WaitState state = found(Goal.FINISHED);
    for (int read = 0; read < 100; read++) {
      WaitTurn turn = sees(state, row("PAUSED", null), Duration.ofMinutes(read).toNanos());
      assertThat(turn.verdict()).isNull();
      state = turn.state();
    }
    state = sees(state, row("STARTING", null), at(7_000)).state();

    assertThat(sees(state, row("RUNNING", "finished"), at(7_010)).verdict())
        .isInstanceOf(Verdict.Ended.class);
  }

  @Test
  void errorAfterAPauseIsAnInterruptionUntilTheAgentIsSeenAtWorkAgain() {
    WaitState paused = sees(found(Goal.FINISHED), row("PAUSED", null), at(1)).state();
    WaitState back = sees(paused, row("RUNNING", null), at(2)).state();

    assertThat(outcome(back, "error")).isEqualTo(Outcome.INTERRUPTED);
    assertThat(outcome(back, "stuck")).isEqualTo(Outcome.STUCK);
    assertThat(outcome(back, "finished")).isEqualTo(Outcome.FINISHED);
    WaitState atWork = sees(back, row("RUNNING", "running"), at(3)).state();
    assertThat(outcome(atWork, "error")).isEqualTo(Outcome.FAILED);
    WaitState told = back.but().stirredNanos(at(3)).build();
    assertThat(outcome(told, "error")).isEqualTo(Outcome.FAILED);
  }

  private static Outcome outcome(WaitState state, String agent) {
    return sees(state, row("RUNNING", agent), at(60)).verdict() instanceof Verdict.Ended end
        ? end.outcome()
        : Outcome.NOT_ENDED;
  }

  @Test
  void statusesInAnyOrderEndWithTheFirstThatIsAnEnd() {
    WaitState state = state(Goal.READY);
    for (String status :
        List.of("STARTING_CONVERSATION", "WORKING", "WORKING", "WAITING_FOR_SANDBOX")) {
      WaitTurn turn = WaitRules.seeTask(state, taskWith(status), at(1));
      assertThat(turn.verdict()).isNull();
      state = turn.state();
    }
    AppConversationStartTask ready =
        task(1, AppConversationStartTaskStatus.READY, conversationId(1))
            .appConversationId(conversationId(1))
            .build();

    assertThat(WaitRules.seeTask(state, ready, at(2)).verdict())
        .isEqualTo(new Verdict.Ready(conversationId(1)));
  }

  @Test
  void phaseThatIsShownNeverGoesBack() {
    List<String> phases =
        List.of("WORKING", "WAITING_FOR_SANDBOX", "RUNNING_SETUP_SCRIPT", "STARTING_CONVERSATION");
    for (List<String> order : permutations(phases)) {
      WaitState state = state(Goal.READY);
      int furthest = -1;
      for (String status : order) {
        state = WaitRules.seeTask(state, taskWith(status), at(1)).state();
        furthest = Math.max(furthest, phases.indexOf(status));
        assertThat(state.startStatus()).as("%s", order).hasToString(phases.get(furthest));
      }
    }
  }

  private static List<List<String>> permutations(List<String> words) {
    if (words.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> all = new ArrayList<>();
    for (String first : words) {
      List<String> others = words.stream().filter(word -> !word.equals(first)).toList();
      for (List<String> rest : permutations(others)) {
        List<String> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        all.add(order);
      }
    }
    return all;
  }

  @Test
  void wordOfTomorrowIsShownAndNoEarlierPhaseAfterIt() {
    WaitState state = state(Goal.READY);
    state = WaitRules.seeTask(state, taskWith("PREPARING_REPOSITORY"), at(1)).state();
    state = WaitRules.seeTask(state, taskWith("DREAMING"), at(2)).state();
    assertThat(state.startStatus()).hasToString("DREAMING");

    state = WaitRules.seeTask(state, taskWith("WORKING"), at(3)).state();
    assertThat(state.startStatus()).hasToString("DREAMING");
  }

  /** The answer to a read is there at once. */
  private static WaitTurn sees(
      WaitState state, @Nullable AppConversation conversation, long nowNanos) {
    return WaitRules.seeConversation(state, conversation, nowNanos, nowNanos);
  }

  private static WaitState stirred(double seconds) {
    return found(Goal.FINISHED).but().stirredNanos(at(seconds)).build();
  }

  @Test
  void endOfTheRunBeforeAMessageEndsNoWait() {
    WaitTurn stale = sees(stirred(0), row("RUNNING", "finished"), at(1));
    assertThat(stale.verdict()).isNull();

    WaitTurn runs = sees(stale.state(), row("RUNNING", "running"), at(2));
    WaitTurn ended = sees(runs.state(), row("RUNNING", "finished"), at(3));

    assertThat(ended.verdict())
        .isInstanceOfSatisfying(
            Verdict.Ended.class, end -> assertThat(end.outcome()).isEqualTo(Outcome.FINISHED));
  }

  @Test
  void runThatWasNeverSeenCounts15SecondsAfterTheMessage() {
    AppConversation finished = row("RUNNING", "finished");

    assertThat(sees(stirred(0), finished, at(14)).verdict()).isNull();
    assertThat(sees(stirred(0), finished, at(15)).verdict()).isInstanceOf(Verdict.Ended.class);
  }

  @Test
  void lostSandboxCountsAlsoRightAfterAMessage() {
    WaitState state = stirred(0);
    for (double seconds : new double[] {0, 15, 30, 59}) {
      state = sees(state, row("MISSING", null), at(seconds)).state();
    }

    WaitTurn lost = sees(state.but().stirredNanos(at(55)).build(), row("MISSING", null), at(61));

    assertThat(lost.verdict())
        .isInstanceOfSatisfying(
            Verdict.Ended.class, end -> assertThat(end.outcome()).isEqualTo(Outcome.SANDBOX_LOST));
  }

  @Test
  void startWithoutASignOfLifeIsSaidToStallAndIsWaitedFor() {
    WaitState state = WaitRules.seeTask(state(Goal.READY), taskWith("WORKING"), at(0)).state();
    WaitTurn justNot = WaitRules.seeTask(state, taskWith("WORKING"), at(149));
    WaitTurn stalled = WaitRules.seeTask(justNot.state(), taskWith("WORKING"), at(150));

    assertThat(justNot.state().task().stalled()).isFalse();
    assertThat(stalled.state().task().stalled()).isTrue();
    assertThat(stalled.verdict()).isNull();
  }

  @Test
  void changeOfStatusOrTimeIsASignOfLife() {
    WaitState state = WaitRules.seeTask(state(Goal.READY), taskWith("WORKING"), at(0)).state();
    AppConversationStartTask touched =
        task(1, AppConversationStartTaskStatus.WORKING, conversationId(1))
            .updatedAt(Instant.parse("2026-01-01T00:05:00Z"))
            .build();

    assertThat(WaitRules.seeTask(state, touched, at(200)).state().task().stalled()).isFalse();
    assertThat(
            WaitRules.seeTask(state, taskWith("PREPARING_REPOSITORY"), at(200))
                .state()
                .task()
                .stalled())
        .isFalse();
  }

  @Test
  void readThatBeganBeforeTheMessageTellsNothingOfItsRun() {
    WaitTurn before =
        WaitRules.seeConversation(stirred(10), row("RUNNING", "running"), at(9.9), at(11));
    WaitTurn stale = sees(before.state(), row("RUNNING", "finished"), at(12));
    WaitTurn runs =
        WaitRules.seeConversation(stale.state(), row("RUNNING", "running"), at(10), at(13));
    WaitTurn ended = sees(runs.state(), row("RUNNING", "finished"), at(14));

    assertThat(before.state().executionStatus()).isEqualTo(ConversationExecutionStatus.RUNNING);
    assertThat(stale.verdict()).isNull();
    assertThat(ended.verdict()).isNotNull();
  }
}
