package io.github.openhands4j.v1.internal.start;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static io.github.openhands4j.v1.testing.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.v1.internal.start.StartState.Phase;
import io.github.openhands4j.v1.testing.Samples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every path through the protocol, from begin to end, and every input where it cannot happen. */
class StartPathsTest {

  /**
   * More steps than the longest path has: begin, record, answer, seven looks with six pauses
   * between.
   */
  private static final int TOO_DEEP = 20;

  private static final Map<Phase, List<StartInput>> INPUTS = inputs();

  private int paths;

  private static Map<Phase, List<StartInput>> inputs() {
    Map<Phase, List<StartInput>> inputs = new EnumMap<>(Phase.class);
    inputs.put(Phase.NEW, List.of(new StartInput.Begin(), new StartInput.Resume()));
    inputs.put(
        Phase.WRITING_DOWN,
        List.of(
            new StartInput.WrittenDown(), new StartInput.NotWrittenDown(Samples.notRecorded())));
    inputs.put(
        Phase.SENDING,
        List.of(
            new StartInput.Answered(task(1, AppConversationStartTaskStatus.WORKING, null).build()),
            new StartInput.Answered(
                task(2, AppConversationStartTaskStatus.WORKING, conversationId(1)).build()),
            new StartInput.Answered(
                task(3, AppConversationStartTaskStatus.READY, conversationId(2)).build()),
            new StartInput.Failed(FailureClass.NOT_SENT, Samples.notSent()),
            new StartInput.Failed(FailureClass.REJECTED, Samples.answer(401)),
            new StartInput.Failed(FailureClass.AMBIGUOUS, Samples.lost()),
            new StartInput.Failed(FailureClass.AMBIGUOUS, Samples.answer(503)),
            new StartInput.Failed(FailureClass.AMBIGUOUS, Samples.interrupted()),
            new StartInput.Failed(FailureClass.AMBIGUOUS, Samples.closed()),
            new StartInput.Failed(FailureClass.UNREADABLE, Samples.unreadable()),
            new StartInput.Failed(FailureClass.UNREADABLE, Samples.webPage())));
    inputs.put(
        Phase.LOOKING,
        List.of(
            new StartInput.Looked(List.of(), false),
            new StartInput.Looked(List.of(), true),
            new StartInput.Looked(
                List.of(task(1, AppConversationStartTaskStatus.ERROR, conversationId(1)).build()),
                false),
            new StartInput.LookFailed(Samples.lost()),
            new StartInput.LookFailed(Samples.webPage()),
            new StartInput.LookFailed(Samples.interrupted()),
            new StartInput.LookFailed(Samples.closed()),
            new StartInput.TimeUp()));
    inputs.put(
        Phase.PAUSING,
        List.of(
            new StartInput.Woke(),
            new StartInput.TimeUp(),
            new StartInput.Interrupted(Samples.interrupted())));
    inputs.put(Phase.ENDED, List.of());
    return inputs;
  }

  @Test
  void everyPathSendsAtMostOnceAndEndsAndNeverLosesTheHandle() {
    explore(StartState.of(handle(1)), List.of(), 0);

    assertThat(paths).isGreaterThan(1_000);
  }

  private void explore(StartState state, List<StartInput> path, int sends) {
    assertThat(path).as("a path that does not end").hasSizeLessThan(TOO_DEEP);
    for (StartInput input : INPUTS.getOrDefault(state.phase(), List.of())) {
      StartStep step = StartProtocol.next(state, input);
      List<StartInput> longer = new ArrayList<>(path);
      longer.add(input);
      int sent = sends + (step.action() instanceof StartAction.Send ? 1 : 0);
      if (sent > 1) {
        throw new AssertionError("sent twice: " + longer);
      }
      assertThat(step.action() instanceof StartAction.Send)
          .as("sent exactly when it was written down: %s", longer)
          .isEqualTo(input instanceof StartInput.WrittenDown);
      boolean isEnd =
          step.action() instanceof StartAction.Succeed || step.action() instanceof StartAction.Fail;
      assertThat(step.state().phase() == Phase.ENDED).as("%s", longer).isEqualTo(isEnd);
      if (!isEnd) {
        explore(step.state(), longer, sent);
        continue;
      }
      paths++;
      if (step.action() instanceof StartAction.Fail fail) {
        assertThat(fail.nothingStarted()).as("%s", longer).isEqualTo(!maybeTaken(longer));
      }
      if (step.action() instanceof StartAction.Fail fail && maybeTaken(longer)) {
        assertThat(handleIn(fail.failure())).as("%s", longer).contains(handle(1));
      }
    }
  }

  /** Whether the server may have the start: it was sent by us, or by whoever had the handle. */
  private static boolean maybeTaken(List<StartInput> path) {
    return path.stream()
        .noneMatch(
            input ->
                input instanceof StartInput.NotWrittenDown
                    || (input instanceof StartInput.Failed failed
                        && (failed.kind() == FailureClass.NOT_SENT
                            || failed.kind() == FailureClass.REJECTED)));
  }

  @Test
  void endOnOurSideKeepsItsCauseAndWhatWasLostBefore() {
    for (OpenHandsException end : List.of(Samples.closed(), Samples.interrupted())) {
      OpenHandsException lost = Samples.lost();
      StartState state = StartState.of(handle(1)).in(Phase.LOOKING).lostBy(lost);

      StartStep step = StartProtocol.next(state, new StartInput.LookFailed(end));

      OpenHandsException failure = ((StartAction.Fail) step.action()).failure();
      assertThat(handleIn(failure)).contains(handle(1));
      assertThat(failure).hasCause(end);
      assertThat(failure.getSuppressed()).containsExactly(lost);
    }
  }

  private static Optional<StartHandle> handleIn(OpenHandsException failure) {
    if (failure instanceof StartOutcomeUnknownException unknown) {
      return Optional.of(unknown.handle());
    }
    if (failure instanceof ClientClosedException closed) {
      return closed.handle();
    }
    return failure instanceof CallInterruptedException interrupted
        ? interrupted.handle()
        : Optional.empty();
  }

  @Test
  void inputThatCannotHappenIsADriversMistake() {
    for (Phase phase : Phase.values()) {
      StartState state = new StartState(handle(1), phase, 0, false, null);
      impossibleIn(phase)
          .forEach(
              input ->
                  assertThatThrownBy(() -> StartProtocol.next(state, input))
                      .as("%s in %s", input, phase)
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessageContaining(phase.name()));
    }
  }

  private static Stream<StartInput> impossibleIn(Phase phase) {
    return INPUTS.entrySet().stream()
        .filter(inputs -> inputs.getKey() != phase)
        .flatMap(inputs -> inputs.getValue().stream())
        .filter(input -> !INPUTS.getOrDefault(phase, List.of()).contains(input));
  }
}
