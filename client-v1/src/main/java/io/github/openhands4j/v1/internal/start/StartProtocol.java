package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.internal.StartTaskRank;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import io.github.openhands4j.v1.internal.start.StartState.Phase;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The start protocol as a pure function: no thread, clock or I/O.
 *
 * <p>The server has no idempotency key, and a second request with the same id breaks the first. So
 * a start is written down and then sent once. If its fate is unknown afterwards, the server is
 * asked for it by the id we gave it; presence can be proved that way, absence cannot, so the last
 * word is "unknown", never "send again".
 */
public final class StartProtocol {

  private StartProtocol() {}

  /**
   * One step.
   *
   * @param state the state before it
   * @param input what happened
   * @return the state after it and the one thing to do next
   * @throws IllegalStateException if the input cannot happen in that state: a driver's mistake
   */
  public static StartStep next(StartState state, StartInput input) {
    if (input instanceof StartInput.Begin && state.phase() == Phase.NEW) {
      return new StartStep(state.in(Phase.WRITING_DOWN), new StartAction.WriteDown());
    }
    if (input instanceof StartInput.WrittenDown && state.phase() == Phase.WRITING_DOWN) {
      return new StartStep(state.in(Phase.SENDING), new StartAction.Send());
    }
    if (input instanceof StartInput.NotWrittenDown failed && state.phase() == Phase.WRITING_DOWN) {
      return end(state, new StartAction.Fail(failed.failure(), true));
    }
    if (input instanceof StartInput.Resume && state.phase() == Phase.NEW) {
      return look(state);
    }
    if (input instanceof StartInput.Answered answered && state.phase() == Phase.SENDING) {
      return answered(state, answered.task());
    }
    if (input instanceof StartInput.Failed failed && state.phase() == Phase.SENDING) {
      return failed(state, failed);
    }
    if (input instanceof StartInput.Looked looked && state.phase() == Phase.LOOKING) {
      return looked(state.looked(true), looked);
    }
    if (input instanceof StartInput.LookFailed failed && state.phase() == Phase.LOOKING) {
      return lookFailed(state.looked(false), failed.failure());
    }
    if (input instanceof StartInput.Woke && state.phase() == Phase.PAUSING) {
      return look(state);
    }
    if (input instanceof StartInput.TimeUp
        && (state.phase() == Phase.PAUSING || state.phase() == Phase.LOOKING)) {
      return end(state, new StartAction.Fail(unknown(state), false));
    }
    if (input instanceof StartInput.Interrupted interrupted && state.phase() == Phase.PAUSING) {
      return end(state, new StartAction.Fail(withHandle(state, interrupted.failure()), false));
    }
    throw new IllegalStateException(input + " cannot happen in phase " + state.phase());
  }

  private static StartStep answered(StartState state, AppConversationStartTask task) {
    ConversationId echo = echoOf(task);
    if (echo == null) {
      // A server that does not take ids of ours: the task tells the conversation's once it is
      // READY.
      return end(state, new StartAction.Succeed(task, false, false, List.of()));
    }
    if (echo.equals(state.handle().conversationId())) {
      return end(state, new StartAction.Succeed(task, true, false, List.of()));
    }
    return look(
        state.lostBy(
            new UnreadableAnswerException(
                ErrorCode.ANSWER_UNREADABLE,
                200,
                "The answer to a start is about another conversation.",
                null)));
  }

  private static StartStep failed(StartState state, StartInput.Failed failed) {
    return switch (failed.kind()) {
      case NOT_SENT, REJECTED -> end(state, new StartAction.Fail(failed.failure(), true));
      case AMBIGUOUS, UNREADABLE ->
          OurOwnEnd.is(failed.failure())
              ? end(state, new StartAction.Fail(withHandle(state, failed.failure()), false))
              : look(state.lostBy(failed.failure()));
    };
  }

  private static StartStep looked(StartState state, StartInput.Looked looked) {
    List<AppConversationStartTask> ours =
        looked.tasks().stream()
            .filter(task -> state.handle().conversationId().equals(echoOf(task)))
            .sorted(StartTaskRank.BEST_FIRST)
            .toList();
    if (!ours.isEmpty()) {
      return end(
          state, new StartAction.Succeed(ours.get(0), true, true, ours.subList(1, ours.size())));
    }
    return looked.conversationExists()
        ? end(state, new StartAction.Succeed(null, true, true, List.of()))
        : pauseOrGiveUp(state);
  }

  private static StartStep lookFailed(StartState state, OpenHandsException failure) {
    if (OurOwnEnd.is(failure)) {
      return end(state, new StartAction.Fail(withHandle(state, failure), false));
    }
    if (state.lost() != null) {
      return pauseOrGiveUp(state);
    }
    StartState resolving = state.lostBy(failure);
    return FailureClass.isOfTheKey(failure)
        ? end(resolving, new StartAction.Fail(unknown(resolving), false))
        : pauseOrGiveUp(resolving);
  }

  private static StartStep pauseOrGiveUp(StartState state) {
    int pause = state.looks() - 1;
    return pause < LookRhythm.PAUSES.size() && !isWebPage(state.lost())
        ? new StartStep(
            state.in(Phase.PAUSING), new StartAction.Pause(LookRhythm.PAUSES.get(pause)))
        : end(state, new StartAction.Fail(unknown(state), false));
  }

  /** A login page never started anything, a gateway's page may have: one look settles it. */
  private static boolean isWebPage(@Nullable OpenHandsException lost) {
    return lost != null && lost.code() == ErrorCode.ANSWER_IS_HTML;
  }

  private static StartStep look(StartState state) {
    return new StartStep(state.in(Phase.LOOKING), new StartAction.Look());
  }

  private static StartStep end(StartState state, StartAction action) {
    return new StartStep(state.in(Phase.ENDED), action);
  }

  private static StartOutcomeUnknownException unknown(StartState state) {
    return new StartOutcomeUnknownException(
        state.handle(),
        state.looks(),
        state.lookedInVain(),
        Objects.requireNonNullElseGet(
            state.lost(),
            () ->
                new TransportException(
                    ErrorCode.CONNECTION_LOST,
                    "The answer to the start was not received by this process.",
                    true,
                    null)));
  }

  private static OpenHandsException withHandle(StartState state, OpenHandsException failure) {
    OpenHandsException end =
        failure instanceof ClientClosedException
            ? new ClientClosedException(state.handle(), true, failure)
            : new CallInterruptedException(
                "The start of conversation "
                    + state.handle().conversationId()
                    + " was interrupted; it may have been taken. Resolve the handle.",
                true,
                state.handle(),
                failure);
    if (state.lost() != null) {
      end.addSuppressed(state.lost());
    }
    return end;
  }

  private static @Nullable ConversationId echoOf(AppConversationStartTask task) {
    return task.request() == null ? null : task.request().conversationId();
  }
}
