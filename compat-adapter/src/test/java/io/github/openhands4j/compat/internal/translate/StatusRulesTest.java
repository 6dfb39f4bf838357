package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of statuses, row by row; readings are the seconds after the conversation was made. */
class StatusRulesTest {

  /** Long after everything has settled. */
  private static final double OLD = 100_000;

  private Memory memory = Memory.BLANK;

  private String read(
      Completion mode, double seconds, @Nullable String sandbox, @Nullable String agent) {
    AppConversation row = Rows.row(sandbox, agent).build();
    long now = Rows.nanos(1_000_000 + seconds);
    memory = memory.seen(row, now);
    V0Status status = StatusRules.of(row, memory, Rows.after(seconds), now, mode);
    memory = memory.shown(row, status, now);
    return text(status);
  }

  private String read(double seconds, @Nullable String sandbox, @Nullable String agent) {
    return read(Completion.FINISHED_AS_STOPPED, seconds, sandbox, agent);
  }

  private static String text(V0Status status) {
    return status.status() + " " + status.runtimeStatus();
  }

  private static String ofStart(
      @Nullable String status, Duration sinceUpdate, boolean hasConversation) {
    AppConversationStartTask task =
        AppConversationStartTask.builder()
            .id(StartTaskId.parse("0a".repeat(16)))
            .status(status == null ? null : AppConversationStartTaskStatus.of(status))
            .appConversationId(hasConversation ? Rows.ID : null)
            .updatedAt(Rows.CREATED)
            .build();
    Memory watched = Memory.BLANK.seen(task, 1);
    return text(StatusRules.ofStart(task, watched, 1 + sinceUpdate.toNanos()));
  }

  @ParameterizedTest
  @CsvSource({
    "WORKING, null",
    "WAITING_FOR_SANDBOX, STATUS$STARTING_RUNTIME",
    "PREPARING_REPOSITORY, STATUS$SETTING_UP_WORKSPACE",
    "RUNNING_SETUP_SCRIPT, STATUS$SETTING_UP_WORKSPACE",
    "SETTING_UP_GIT_HOOKS, STATUS$SETTING_UP_GIT_HOOKS",
    "SETTING_UP_SKILLS, null",
    "STARTING_CONVERSATION, null",
    "READY, null",
    "WORD_OF_TOMORROW, null"
  })
  void startUnderWayIsStartingUntilItHasNotMovedForTwentyFiveMinutes(
      String phase, String runtimeStatus) {
    assertThat(ofStart(phase, Duration.ZERO, false)).isEqualTo("STARTING " + runtimeStatus);
    assertThat(ofStart(phase, Duration.ofMinutes(25).minusNanos(1), false))
        .isEqualTo("STARTING " + runtimeStatus);
    assertThat(ofStart(phase, Duration.ofMinutes(25), false)).isEqualTo("ERROR STATUS$ERROR");
  }

  /** Its row is there then and cannot be read. */
  @ParameterizedTest
  @CsvSource({"READY", "ERROR", "STARTING_CONVERSATION"})
  void startThatIsOverAndHasNoReadableRowIsStartingForAMinuteThenRunning(String phase) {
    assertThat(ofStart(phase, Duration.ofSeconds(60).minusNanos(1), true))
        .isEqualTo("STARTING null");
    assertThat(ofStart(phase, Duration.ofSeconds(60), true)).isEqualTo("RUNNING null");
    assertThat(ofStart(phase, Duration.ofDays(2), true)).isEqualTo("RUNNING null");
  }

  @Test
  void conversationWhoseRowCannotBeReadAnyMoreKeepsItsLastStatusAndIsNoFailedStart() {
    AppConversationStartTask ready =
        AppConversationStartTask.builder()
            .id(StartTaskId.parse("0a".repeat(16)))
            .status(AppConversationStartTaskStatus.READY)
            .appConversationId(Rows.ID)
            .build();
    assertThat(read(OLD, "RUNNING", "error")).isEqualTo("ERROR STATUS$ERROR");
    Memory watched = memory.seen(ready, Rows.nanos(OLD + 1));

    assertThat(text(StatusRules.ofStart(ready, watched, Rows.nanos(OLD + 2))))
        .isEqualTo("ERROR STATUS$ERROR");
    assertThat(StatusRules.hasFailed(ready, watched, Rows.nanos(OLD + 100_000))).isFalse();
  }

  @Test
  void failedStartIsAnErrorUnlessItHasAConversation() {
    assertThat(ofStart("ERROR", Duration.ZERO, false)).isEqualTo("ERROR STATUS$ERROR");
    assertThat(ofStart("ERROR", Duration.ZERO, true)).isEqualTo("STARTING null");
  }

  @Test
  void startWithoutStatusAndTimesIsStarting() {
    AppConversationStartTask bare =
        AppConversationStartTask.builder().id(StartTaskId.parse("0a".repeat(16))).build();

    assertThat(text(StatusRules.ofStart(bare, Memory.BLANK, Duration.ofDays(1).toNanos())))
        .isEqualTo("STARTING null");
  }

  @ParameterizedTest
  @CsvSource({
    "STARTING, STARTING null",
    "PAUSED, STOPPED null",
    "ERROR, ERROR null",
    "WORD_OF_TOMORROW, STARTING null"
  })
  void sandboxThatDoesNotRunDecidesWhateverTheAgentSays(String sandbox, String expected) {
    for (Completion mode : Completion.values()) {
      for (@Nullable String agent :
          new @Nullable String[] {null, "idle", "running", "finished", "error", "odd"}) {
        memory = Memory.BLANK;
        assertThat(read(mode, OLD, sandbox, agent)).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "idle, RUNNING STATUS$READY, RUNNING STATUS$READY",
    "running, RUNNING STATUS$READY, RUNNING STATUS$READY",
    "paused, RUNNING STATUS$READY, RUNNING STATUS$READY",
    "waiting_for_confirmation, RUNNING STATUS$READY, RUNNING STATUS$READY",
    "word_of_tomorrow, RUNNING STATUS$READY, RUNNING STATUS$READY",
    "finished, RUNNING STATUS$READY, STOPPED STATUS$READY",
    "error, RUNNING STATUS$ERROR, ERROR STATUS$ERROR",
    "stuck, RUNNING STATUS$ERROR, ERROR STATUS$ERROR"
  })
  void agentDecidesInARunningSandbox(String agent, String asV0, String finishedAsStopped) {
    assertThat(read(Completion.AS_V0, 1, "RUNNING", agent)).isEqualTo(asV0);
    memory = Memory.BLANK;
    assertThat(read(Completion.FINISHED_AS_STOPPED, 1, "RUNNING", agent))
        .isEqualTo(finishedAsStopped);
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void unknownAgentIsStartingForAMinuteThenRunning(Completion mode) {
    assertThat(read(mode, 0, "RUNNING", null)).isEqualTo("STARTING null");
    assertThat(read(mode, 59.9, "RUNNING", null)).isEqualTo("STARTING null");
    assertThat(read(mode, 60, "RUNNING", null)).isEqualTo("RUNNING null");
  }

  @Test
  void unknownAgentOfAnOldConversationIsRunning() {
    assertThat(read(OLD, "RUNNING", null)).isEqualTo("RUNNING null");
  }

  @Test
  void unknownAgentKeepsTheLastKnownValueOfThisRunningStretch() {
    assertThat(read(1, "RUNNING", "finished")).isEqualTo("STOPPED STATUS$READY");
    assertThat(read(2, "RUNNING", null)).isEqualTo("STOPPED STATUS$READY");
    assertThat(read(OLD, "RUNNING", null)).isEqualTo("STOPPED STATUS$READY");
    assertThat(read(OLD + 1, "PAUSED", null)).isEqualTo("STOPPED null");
    assertThat(read(OLD + 2, "RUNNING", null)).isEqualTo("RUNNING null");
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void missingSandboxIsArchivedAfterThreeReadsAndAMinute(Completion mode) {
    assertThat(read(mode, OLD, "RUNNING", "running")).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(mode, OLD + 10, "MISSING", null)).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(mode, OLD + 69, "MISSING", null)).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(mode, OLD + 69.9, "MISSING", null)).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(mode, OLD + 70, "MISSING", null)).isEqualTo("ARCHIVED null");
  }

  @ParameterizedTest
  @EnumSource
  void sandboxInErrorIsAnErrorAfterThreeReadsAndAMinute(Completion mode) {
    read(mode, OLD, "RUNNING", "running");
    assertThat(read(mode, OLD + 10, "ERROR", null)).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(mode, OLD + 40, "ERROR", null)).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(mode, OLD + 70, "ERROR", null)).isEqualTo("ERROR null");
  }

  @Test
  void sandboxThatIsTooBusyToAnswerForAMomentEndsNothing() {
    assertThat(read(5, "ERROR", null)).isEqualTo("STARTING null");
    assertThat(read(6, "RUNNING", "running")).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(9, "ERROR", null)).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(12, "RUNNING", "finished")).isEqualTo("STOPPED STATUS$READY");
  }

  @Test
  void missingSandboxOfWhichNothingIsKnownIsStartingWhileYoungElseArchived() {
    assertThat(read(599, "MISSING", null)).isEqualTo("STARTING null");
    memory = Memory.BLANK;
    assertThat(read(600, "MISSING", null)).as("clocks may differ").isEqualTo("STARTING null");
    assertThat(read(1_200, "MISSING", null)).as("watched long enough").isEqualTo("ARCHIVED null");
    memory = Memory.BLANK;
    assertThat(read(86_400, "MISSING", null)).as("a day old").isEqualTo("ARCHIVED null");
    memory = Memory.BLANK;
    assertThat(read(OLD, null, null)).as("no status at all").isEqualTo("ARCHIVED null");
  }

  @Test
  void sandboxThatComesBackIsNotArchivedByAnOldAbsence() {
    read(OLD, "RUNNING", "running");
    read(OLD + 10, "MISSING", null);
    read(OLD + 40, "MISSING", null);
    read(OLD + 50, "RUNNING", "running");
    assertThat(read(OLD + 100, "MISSING", null)).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(OLD + 130, "MISSING", null)).isEqualTo("RUNNING STATUS$READY");
  }

  @Test
  void sandboxIsGoneWhenItsStatusIsAndDoubtfulBefore() {
    assertThat(sandbox(OLD, "RUNNING")).isEqualTo(SandboxState.UP);
    assertThat(sandbox(OLD + 10, "MISSING")).isEqualTo(SandboxState.DOUBTFUL);
    assertThat(sandbox(OLD + 40, "ERROR")).isEqualTo(SandboxState.DOUBTFUL);
    assertThat(sandbox(OLD + 69.9, "MISSING")).isEqualTo(SandboxState.DOUBTFUL);
    assertThat(sandbox(OLD + 70, "ERROR")).isEqualTo(SandboxState.GONE);
    assertThat(sandbox(OLD + 71, "RUNNING")).isEqualTo(SandboxState.UP);
    assertThat(sandbox(OLD + 200, "MISSING")).isEqualTo(SandboxState.DOUBTFUL);
  }

  @Test
  void sandboxOfADayAgoIsNotGoneAtTheFirstLook() {
    assertThat(sandbox(86_400 * 2, "MISSING")).isEqualTo(SandboxState.DOUBTFUL);
  }

  @Test
  void pausedSandboxIsAsleepUnlessAMessageWakesIt() {
    assertThat(sandbox(OLD, "PAUSED")).isEqualTo(SandboxState.ASLEEP);
    memory = memory.stirred(Rows.nanos(1_000_000 + OLD + 1));
    assertThat(sandbox(OLD + 2, "PAUSED")).isEqualTo(SandboxState.UP);
    assertThat(sandbox(OLD + 61, "PAUSED")).isEqualTo(SandboxState.ASLEEP);
  }

  @Test
  void sandboxThatGoesOnForOthersIsAsleepForTheOneThatWasStopped() {
    memory = memory.stoppedHere(Rows.nanos(1_000_000 + OLD));
    assertThat(sandbox(OLD + 1, "RUNNING")).isEqualTo(SandboxState.ASLEEP);
    memory = memory.stirred(Rows.nanos(1_000_000 + OLD + 2));
    assertThat(sandbox(OLD + 3, "RUNNING")).isEqualTo(SandboxState.UP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STARTING", "RUNNING", "WORD_OF_TOMORROW", ""})
  void anyOtherSandboxTellsNothing(String word) {
    assertThat(sandbox(OLD, word.isEmpty() ? null : word)).isEqualTo(SandboxState.UP);
  }

  private SandboxState sandbox(double seconds, @Nullable String sandbox) {
    read(seconds, sandbox, null);
    return StatusRules.sandbox(
        Rows.row(sandbox, null).build(), memory, Rows.nanos(1_000_000 + seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"finished", "error", "stuck", "idle"})
  void staleEndDoesNotEndANewWaitForAMinute(String stale) {
    read(OLD, "RUNNING", stale);
    memory = memory.but().stirredNanos(Rows.nanos(1_000_000 + OLD + 1)).build();

    assertThat(read(OLD + 2, "RUNNING", stale)).isEqualTo("RUNNING STATUS$READY");
    assertThat(read(OLD + 60.9, "RUNNING", stale)).isEqualTo("RUNNING STATUS$READY");
    String settled = read(OLD + 61, "RUNNING", stale);
    assertThat(settled.startsWith("RUNNING")).isEqualTo(stale.equals("idle"));
  }

  @Test
  void messageThatWasTakenUpEndsByWhatFollows() {
    read(OLD, "RUNNING", "finished");
    memory = memory.but().stirredNanos(Rows.nanos(1_000_000 + OLD + 1)).build();
    read(OLD + 2, "RUNNING", "finished");
    read(OLD + 3, "RUNNING", "running");

    assertThat(read(OLD + 4, "RUNNING", "finished")).isEqualTo("STOPPED STATUS$READY");
  }

  @Test
  void ourWatchCountsWhenTheServersClockIsAhead() {
    memory = Memory.BLANK;
    assertThat(read(-500, "RUNNING", null)).isEqualTo("STARTING null");
    assertThat(read(-439, "RUNNING", null)).isEqualTo("RUNNING null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "paused", "finished", "error"})
  void stopBesideOthersShowsAsStoppedUntilTheNextMessage(String agent) {
    read(OLD, "RUNNING", "running");
    memory = memory.stoppedHere(Rows.nanos(1_000_000 + OLD));

    assertThat(read(OLD + 1, "RUNNING", agent)).isEqualTo("STOPPED null");
    assertThat(read(OLD + 2, "RUNNING", null)).isEqualTo("STOPPED null");
    memory = memory.stirred(Rows.nanos(1_000_000 + OLD + 3));
    assertThat(read(OLD + 4, "RUNNING", null)).isEqualTo("RUNNING STATUS$READY");
  }

  @Test
  void endOfTheRunBeforeIsNotShownAfterAMessageHoweverLateItIsReadNext() {
    read(OLD, "RUNNING", "running");
    assertThat(read(OLD + 1, "RUNNING", "finished")).isEqualTo("STOPPED STATUS$READY");
    memory = memory.stirred(Rows.nanos(1_000_000 + OLD + 2));

    assertThat(read(OLD + 90, "RUNNING", null)).startsWith("RUNNING");
    assertThat(read(OLD + 91, "MISSING", null)).startsWith("RUNNING");
    assertThat(read(OLD + 92, "ERROR", null)).startsWith("RUNNING");
  }

  @Test
  void runThatEndedUnseenIsRememberedWhenTheMessageIsLongTakenUp() {
    read(OLD, "RUNNING", "running");
    memory = memory.stirred(Rows.nanos(1_000_000 + OLD + 2));

    assertThat(read(OLD + 90, "RUNNING", "finished")).startsWith("STOPPED");
    assertThat(read(OLD + 91, "RUNNING", null)).startsWith("STOPPED");
  }

  @Test
  void agentThatRunsLongAfterItsStopWasStartedByOthers() {
    read(OLD, "RUNNING", "running");
    memory = memory.stoppedHere(Rows.nanos(1_000_000 + OLD + 1));

    assertThat(read(OLD + 5, "RUNNING", "running")).startsWith("STOPPED");
    assertThat(read(OLD + 60, "RUNNING", "paused")).startsWith("STOPPED");
    assertThat(read(OLD + 61, "RUNNING", "running")).startsWith("RUNNING");
  }
}
