package io.github.openhands4j.v1.internal.start;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static io.github.openhands4j.v1.testing.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.v1.internal.start.StartState.Phase;
import io.github.openhands4j.v1.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartProtocolTest {

  private static final StartState NEW = StartState.of(handle(1));
  private static final StartState RECORDING =
      StartProtocol.next(NEW, new StartInput.Begin()).state();
  private static final StartState SENDING =
      StartProtocol.next(RECORDING, new StartInput.WrittenDown()).state();
  private static final StartState LOOKING =
      StartProtocol.next(NEW, new StartInput.Resume()).state();

  private static AppConversationStartTask ours(long number, AppConversationStartTaskStatus status) {
    return task(number, status, conversationId(1)).build();
  }

  private static StartStep after(StartInput input) {
    return StartProtocol.next(SENDING, input);
  }

  private static StartStep failed(FailureClass kind, OpenHandsException failure) {
    return after(new StartInput.Failed(kind, failure));
  }

  private static StartStep looked(List<AppConversationStartTask> tasks, boolean exists) {
    return StartProtocol.next(LOOKING, new StartInput.Looked(tasks, exists));
  }

  private static OpenHandsException failure(StartStep step) {
    assertThat(step.state().phase()).isEqualTo(Phase.ENDED);
    assertThat(step.action()).isInstanceOf(StartAction.Fail.class);
    return ((StartAction.Fail) step.action()).failure();
  }

  private static StartAction.Succeed success(StartStep step) {
    assertThat(step.state().phase()).isEqualTo(Phase.ENDED);
    assertThat(step.action()).isInstanceOf(StartAction.Succeed.class);
    return (StartAction.Succeed) step.action();
  }

  private static void looksNow(StartStep step) {
    assertThat(step.state().phase()).isEqualTo(Phase.LOOKING);
    assertThat(step.action()).isEqualTo(new StartAction.Look());
  }

  @Test
  void startIsWrittenDownFirst() {
    StartStep step = StartProtocol.next(NEW, new StartInput.Begin());

    assertThat(step.action()).isEqualTo(new StartAction.WriteDown());
    assertThat(step.state().phase()).isEqualTo(Phase.WRITING_DOWN);
  }

  @Test
  void startIsSentWhenItIsWrittenDown() {
    StartStep step = StartProtocol.next(RECORDING, new StartInput.WrittenDown());

    assertThat(step.action()).isEqualTo(new StartAction.Send());
    assertThat(step.state().phase()).isEqualTo(Phase.SENDING);
  }

  @Test
  void startThatCannotBeWrittenDownIsNotSent() {
    OpenHandsException full = Samples.notRecorded();

    StartStep step = StartProtocol.next(RECORDING, new StartInput.NotWrittenDown(full));

    assertThat(failure(step)).isSameAs(full);
    assertThat(step.action()).isEqualTo(new StartAction.Fail(full, true));
  }

  @Test
  void unknownOutcomeTellsWhetherTheServerAnsweredTheLastLook() {
    StartState lastLook = new StartState(handle(1), Phase.LOOKING, 6, true, Samples.lost());

    assertThat(failure(StartProtocol.next(lastLook, new StartInput.Looked(List.of(), false))))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.lookedInVain()).isTrue());
    assertThat(failure(StartProtocol.next(lastLook, new StartInput.LookFailed(Samples.lost()))))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.lookedInVain()).isFalse())
        .hasMessageContaining("without an answer");
  }

  @Test
  void resolveOnlyLooks() {
    looksNow(StartProtocol.next(NEW, new StartInput.Resume()));
  }

  @Test
  void answerWithOurIdIsSuccess() {
    AppConversationStartTask answer = ours(7, AppConversationStartTaskStatus.WORKING);

    assertThat(success(after(new StartInput.Answered(answer))))
        .isEqualTo(new StartAction.Succeed(answer, true, false, List.of()));
  }

  @Test
  void answerOfServerThatTakesNoIdsIsSuccessWithoutOurId() {
    AppConversationStartTask silent = task(7, AppConversationStartTaskStatus.WORKING, null).build();
    AppConversationStartTask bare =
        AppConversationStartTask.builder().id(Samples.taskId(7)).build();

    assertThat(success(after(new StartInput.Answered(silent))).echoed()).isFalse();
    assertThat(success(after(new StartInput.Answered(bare))).echoed()).isFalse();
  }

  @Test
  void answerWithAnotherIdIsNoAnswer() {
    AppConversationStartTask other =
        task(7, AppConversationStartTaskStatus.READY, conversationId(2)).build();

    looksNow(after(new StartInput.Answered(other)));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_SENT", "REJECTED"})
  void startThatDidNotHappenFailsWithItsCause(FailureClass kind) {
    OpenHandsException cause =
        kind == FailureClass.NOT_SENT ? Samples.notSent() : Samples.answer(422);

    assertThat(failure(failed(kind, cause))).isSameAs(cause);
  }

  @ParameterizedTest
  @EnumSource(names = {"AMBIGUOUS", "UNREADABLE"})
  void startOfUnknownFateIsLookedFor(FailureClass kind) {
    looksNow(failed(kind, Samples.lost()));
  }

  @Test
  void interruptDuringTheSendKeepsTheHandle() {
    assertThat(failure(failed(FailureClass.AMBIGUOUS, Samples.interrupted())))
        .isInstanceOfSatisfying(
            CallInterruptedException.class, e -> assertThat(e.handle()).contains(handle(1)));
  }

  @Test
  void closeDuringTheSendKeepsTheHandle() {
    assertThat(failure(failed(FailureClass.AMBIGUOUS, Samples.closed())))
        .isInstanceOfSatisfying(
            ClientClosedException.class, e -> assertThat(e.handle()).contains(handle(1)));
  }

  @Test
  void interruptAndCloseDuringALookKeepTheHandle() {
    assertThat(failure(StartProtocol.next(LOOKING, new StartInput.LookFailed(Samples.closed()))))
        .isInstanceOfSatisfying(
            ClientClosedException.class, e -> assertThat(e.handle()).contains(handle(1)));
    assertThat(
            failure(StartProtocol.next(LOOKING, new StartInput.LookFailed(Samples.interrupted()))))
        .isInstanceOfSatisfying(
            CallInterruptedException.class, e -> assertThat(e.handle()).contains(handle(1)));
  }

  @Test
  void interruptDuringAPauseKeepsTheHandle() {
    StartState pausing = looked(List.of(), false).state();

    assertThat(
            failure(StartProtocol.next(pausing, new StartInput.Interrupted(Samples.interrupted()))))
        .isInstanceOfSatisfying(
            CallInterruptedException.class, e -> assertThat(e.handle()).contains(handle(1)));
  }

  @Test
  void foundTaskIsRecovered() {
    AppConversationStartTask found = ours(7, AppConversationStartTaskStatus.WORKING);

    assertThat(success(looked(List.of(found), false)))
        .isEqualTo(new StartAction.Succeed(found, true, true, List.of()));
  }

  @Test
  void foundConversationIsRecoveredWithoutATask() {
    assertThat(success(looked(List.of(), true)))
        .isEqualTo(new StartAction.Succeed(null, true, true, List.of()));
  }

  @Test
  void ofSeveralTasksReadyWinsOverRunningOverFailed() {
    AppConversationStartTask failed = ours(1, AppConversationStartTaskStatus.ERROR);
    AppConversationStartTask running = ours(2, AppConversationStartTaskStatus.WORKING);
    AppConversationStartTask ready = ours(3, AppConversationStartTaskStatus.READY);
    AppConversationStartTask foreign =
        task(4, AppConversationStartTaskStatus.READY, conversationId(2)).build();

    assertThat(success(looked(List.of(failed, running, foreign, ready), false)))
        .isEqualTo(new StartAction.Succeed(ready, true, true, List.of(running, failed)));
    assertThat(success(looked(List.of(failed, running), false)))
        .isEqualTo(new StartAction.Succeed(running, true, true, List.of(failed)));
    assertThat(success(looked(List.of(failed), false)).task()).isEqualTo(failed);
  }

  @Test
  void foreignTasksAreNotFound() {
    AppConversationStartTask foreign =
        task(4, AppConversationStartTaskStatus.READY, conversationId(2)).build();

    assertThat(looked(List.of(foreign), false).action()).isInstanceOf(StartAction.Pause.class);
  }

  @Test
  void pausesGrowToHalfAMinuteThenTheOutcomeIsUnknown() {
    List<Duration> pauses = new ArrayList<>();
    StartStep step = failed(FailureClass.AMBIGUOUS, Samples.lost());
    while (step.state().phase() != Phase.ENDED) {
      step = StartProtocol.next(step.state(), new StartInput.Looked(List.of(), false));
      if (step.action() instanceof StartAction.Pause pause) {
        pauses.add(pause.duration());
        step = StartProtocol.next(step.state(), new StartInput.Woke());
      }
    }

    assertThat(pauses)
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L);
    assertThat(failure(step))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.handle()).isEqualTo(handle(1)))
        .hasMessageContaining("asked 7 times")
        .hasCause(step.state().lost());
  }

  @Test
  void webPageInPlaceOfTheAnswerIsSettledByOneLook() {
    StartStep step = failed(FailureClass.UNREADABLE, Samples.webPage());
    looksNow(step);

    assertThat(failure(StartProtocol.next(step.state(), new StartInput.Looked(List.of(), false))))
        .isInstanceOf(StartOutcomeUnknownException.class);
  }

  @Test
  void startBehindAWebPageIsFoundByThatLook() {
    StartStep step = failed(FailureClass.UNREADABLE, Samples.webPage());
    AppConversationStartTask found = ours(7, AppConversationStartTaskStatus.WORKING);

    assertThat(
            success(StartProtocol.next(step.state(), new StartInput.Looked(List.of(found), false))))
        .extracting(StartAction.Succeed::task)
        .isEqualTo(found);
  }

  @Test
  void failedLookIsRepeatedAndTheFirstCauseIsKept() {
    StartStep step = failed(FailureClass.AMBIGUOUS, Samples.lost());
    OpenHandsException cause = step.state().lost();
    step = StartProtocol.next(step.state(), new StartInput.LookFailed(Samples.answer(502)));

    assertThat(step.action()).isInstanceOf(StartAction.Pause.class);
    assertThat(failure(StartProtocol.next(step.state(), new StartInput.TimeUp()))).hasCause(cause);
  }
}
