package io.github.openhands4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.v1.internal.start.StartAction;
import io.github.openhands4j.v1.internal.start.StartInput;
import io.github.openhands4j.v1.internal.start.StartProtocol;
import io.github.openhands4j.v1.internal.start.StartState;
import io.github.openhands4j.v1.internal.start.StartState.Phase;
import io.github.openhands4j.v1.internal.start.StartStep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Protocols with one mistake each: the simulation must notice, and soon. */
class BrokenProtocolsTest {

  private static final int SOON = 2_000;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("sends again after an ambiguous failure", Promise.SENT_ONCE, sendingAgain()),
        mistake("sends again when it was not found", Promise.SENT_ONCE, sendingAgainWhenNotFound()),
        mistake("believes any answer", Promise.TRUE_ANSWER, believing()),
        mistake("drops the handle when interrupted", Promise.NEVER_LOST, droppingTheHandle()),
        mistake("writes nothing down", Promise.NEVER_LOST, writingNothingDown()),
        mistake("takes what it does not find for not started", Promise.ENDS, denying()),
        mistake("keeps duplicates to itself", Promise.TRUE_ANSWER, after(Changed::noDuplicates)),
        mistake("replaces the cause", Promise.CAUSE_KEPT, after(Changed::otherCause)),
        mistake("shows what the user wrote", Promise.SECRET_KEPT, after(Changed::openly)),
        mistake("polls beyond the budget", Promise.WITHIN_BUDGET, pollingBeyondTheBudget()),
        mistake("forgets the attempts before the last", Promise.CAUSE_KEPT, forgetful()),
        mistake("looks longer than it may", Promise.IN_TIME, lookingLong()),
        mistake("waits longer than it may", Promise.IN_TIME, waitingLong()),
        mistake("does otherwise each time", Promise.REPEATABLE, fickle()));
  }

  @Test
  void eachPromiseIsBrokenByAMistakeThatIsNoticed() {
    assertThat(
            Stream.concat(mistakes(), BrokenClientsTest.mistakes())
                .map(mistake -> mistake.get()[mistake.get().length - 1]))
        .contains((Object[]) Promise.values());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsNoticed(Protocol broken, Promise promise) throws Exception {
    Campaign campaign = new Campaign(7, SOON, broken);

    var unused = campaign.run();

    assertThat(campaign.failure())
        .isNotNull()
        .extracting(Campaign.Failure::failure)
        .isInstanceOfSatisfying(
            BrokenPromiseException.class, e -> assertThat(e.promise()).isEqualTo(promise));
  }

  private static Arguments mistake(String name, Promise promise, Protocol protocol) {
    return Arguments.of(Named.of(name, protocol), promise);
  }

  private static Protocol sendingAgain() {
    return (state, input) ->
        input instanceof StartInput.Failed failed
                && failed.kind() == FailureClass.AMBIGUOUS
                && failed.failure() instanceof TransportException
                && state.lost() == null
            ? new StartStep(sending(state, failed.failure()), new StartAction.Send())
            : StartProtocol.next(state, input);
  }

  private static Protocol sendingAgainWhenNotFound() {
    return (state, input) -> {
      StartStep step = StartProtocol.next(state, input);
      return step.action() instanceof StartAction.Fail fail
              && fail.failure() instanceof StartOutcomeUnknownException unknown
              && unknown.lookedInVain()
              && state.looks() < 10
          ? new StartStep(
              new StartState(state.handle(), Phase.SENDING, 100, false, state.lost()),
              new StartAction.Send())
          : step;
    };
  }

  private static StartState sending(StartState state, OpenHandsException lost) {
    return new StartState(state.handle(), Phase.SENDING, 0, false, lost);
  }

  private static Protocol believing() {
    return (state, input) ->
        input instanceof StartInput.Answered answered
            ? new StartStep(
                ended(state), new StartAction.Succeed(answered.task(), true, false, List.of()))
            : StartProtocol.next(state, input);
  }

  private static Protocol droppingTheHandle() {
    return (state, input) -> {
      StartStep step = StartProtocol.next(state, input);
      return input instanceof StartInput.Interrupted interrupted
          ? new StartStep(step.state(), new StartAction.Fail(interrupted.failure(), false))
          : step;
    };
  }

  private static Protocol writingNothingDown() {
    return (state, input) ->
        input instanceof StartInput.Begin
            ? new StartStep(
                new StartState(state.handle(), Phase.SENDING, 0, false, null),
                new StartAction.Send())
            : StartProtocol.next(state, input);
  }

  private static Protocol denying() {
    return after(
        action ->
            action instanceof StartAction.Fail fail
                    && fail.failure() instanceof StartOutcomeUnknownException
                ? new StartAction.Fail(fail.failure(), true)
                : action);
  }

  private static Protocol pollingBeyondTheBudget() {
    return new Protocol() {
      @Override
      public StartStep next(StartState state, StartInput input) {
        return StartProtocol.next(state, input);
      }

      @Override
      public int pollsPerMinute() {
        return 3 * POLLS_PER_MINUTE;
      }
    };
  }

  private static Protocol forgetful() {
    return new Protocol() {
      @Override
      public StartStep next(StartState state, StartInput input) {
        return StartProtocol.next(state, input);
      }

      @Override
      public boolean keepsAttempts() {
        return false;
      }
    };
  }

  private static Protocol lookingLong() {
    return new Protocol() {
      @Override
      public StartStep next(StartState state, StartInput input) {
        return StartProtocol.next(state, input);
      }

      @Override
      public Duration limitOfLooks() {
        return Looking.LIMIT.multipliedBy(4);
      }
    };
  }

  private static Protocol waitingLong() {
    return new Protocol() {
      @Override
      public StartStep next(StartState state, StartInput input) {
        return StartProtocol.next(state, input);
      }

      @Override
      public Duration limitOfAWait(Duration wanted) {
        return wanted.plusSeconds(1);
      }
    };
  }

  /** Depends on what was before it, in another schedule. */
  private static Protocol fickle() {
    AtomicLong before = new AtomicLong();
    return after(
        action ->
            action instanceof StartAction.Pause pause
                ? new StartAction.Pause(pause.duration().plusNanos(before.incrementAndGet()))
                : action);
  }

  private static Protocol after(UnaryOperator<StartAction> change) {
    return (state, input) -> {
      StartStep step = StartProtocol.next(state, input);
      return new StartStep(step.state(), change.apply(step.action()));
    };
  }

  private static StartState ended(StartState state) {
    return new StartState(state.handle(), Phase.ENDED, 0, false, null);
  }

  /** Actions that are not quite what the product does. */
  private static final class Changed {

    private Changed() {}

    static StartAction noDuplicates(StartAction action) {
      return action instanceof StartAction.Succeed found
          ? new StartAction.Succeed(found.task(), found.echoed(), found.recovered(), List.of())
          : action;
    }

    static StartAction openly(StartAction action) {
      return action instanceof StartAction.Fail fail
          ? new StartAction.Fail(
              new TransportException(ErrorCode.NOT_SENT, UserText.TEXT, false, null),
              fail.nothingStarted())
          : action;
    }

    static StartAction otherCause(StartAction action) {
      return action instanceof StartAction.Fail fail
              && fail.failure() instanceof StartOutcomeUnknownException unknown
          ? new StartAction.Fail(
              new StartOutcomeUnknownException(
                  unknown.handle(),
                  1,
                  unknown.lookedInVain(),
                  new TransportException(ErrorCode.CONNECTION_LOST, "Gone.", true, null)),
              false)
          : action;
    }
  }
}
