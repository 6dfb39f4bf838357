package io.github.openhands4j.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.statespace.Records.Journal;
import io.github.openhands4j.statespace.Records.Told;
import io.github.openhands4j.v1.internal.start.StartAction;
import io.github.openhands4j.v1.internal.start.StartInput;
import io.github.openhands4j.v1.internal.start.StartProtocol;
import io.github.openhands4j.v1.internal.start.StartState;
import io.github.openhands4j.v1.internal.start.StartState.Phase;
import io.github.openhands4j.v1.internal.start.StartStep;
import org.junit.jupiter.api.Test;

/** All states of one start with at most two losses, one repeat by a proxy, and one crash. */
class StateSpaceTest {

  private static final Left TROUBLE = new Left(2, 1, 1, false);

  @Test
  void noStateHasTwoStartsOfOursOrAStartThatNobodyHolds() {
    StateSpace space = new StateSpace(StartProtocol::next, TROUBLE);
    System.out.println("state space: " + space.size() + " states");

    assertThat(space.wayTo(Situation::startedTwice)).isEmpty();
    assertThat(space.wayTo(Situation::lost)).isEmpty();
    everyKindOfEndIsAmong(space);
  }

  private static void everyKindOfEndIsAmong(StateSpace space) {
    assertThat(space.wayTo(now -> now.records().told() == Told.HANDLE)).isPresent();
    assertThat(space.wayTo(now -> now.records().told() == Told.NOT_STARTED)).isPresent();
    assertThat(space.wayTo(now -> now.server().shown() == 2)).isPresent();
    assertThat(space.wayTo(now -> !now.process().alive() && now.server().shown() > 0)).isPresent();
    assertThat(
            space.wayTo(
                now ->
                    now.records().journal() == Journal.BEGUN
                        && now.server().shown() > 0
                        && now.process().doing() == Doing.NOTHING))
        .isPresent();
    assertThat(space.count(now -> now.records().journal() == Journal.TAKEN)).isGreaterThan(100);
  }

  @Test
  void sendingAgainAfterALostAnswerIsFoundToStartTwice() {
    StateSpace space =
        new StateSpace(
            (state, input) ->
                input instanceof StartInput.Failed failed
                        && failed.failure() instanceof TransportException lost
                        && lost.requestMayHaveBeenSent()
                        && state.lost() == null
                    ? new StartStep(
                        new StartState(state.handle(), Phase.SENDING, 0, false, lost),
                        new StartAction.Send())
                    : StartProtocol.next(state, input),
            TROUBLE);

    assertThat(space.wayTo(Situation::startedTwice))
        .hasValueSatisfying(way -> assertThat(way).contains("the request is taken"));
  }

  @Test
  void writingNothingDownIsFoundToLoseAStartInACrash() {
    StateSpace space =
        new StateSpace(
            (state, input) ->
                input instanceof StartInput.Begin
                    ? new StartStep(
                        new StartState(state.handle(), Phase.SENDING, 0, false, null),
                        new StartAction.Send())
                    : StartProtocol.next(state, input),
            TROUBLE);

    assertThat(space.wayTo(Situation::lost))
        .hasValueSatisfying(way -> assertThat(way).contains("the process crashes"));
  }

  @Test
  void takingWhatIsNotFoundForNotStartedIsFoundToLoseAStart() {
    StateSpace space =
        new StateSpace(
            (state, input) -> {
              StartStep step = StartProtocol.next(state, input);
              return step.action() instanceof StartAction.Fail fail
                      && fail.failure() instanceof StartOutcomeUnknownException
                  ? new StartStep(step.state(), new StartAction.Fail(fail.failure(), true))
                  : step;
            },
            TROUBLE);

    assertThat(space.wayTo(Situation::lost)).isPresent();
  }

  @Test
  void proxyThatPassesOnTheRefusalOfACopyIsBeyondTheProtocol() {
    StateSpace space = new StateSpace(StartProtocol::next, new Left(0, 1, 0, true));

    assertThat(space.wayTo(now -> now.startedTwice() || now.lost()))
        .hasValueSatisfying(
            way ->
                assertThat(way)
                    .contains(
                        "the request is taken, and repeated",
                        "a copy is refused, and that is passed on"));
  }

  @Test
  void droppingTheHandleIsFoundToLoseAStart() {
    StateSpace space =
        new StateSpace(
            (state, input) -> {
              StartStep step =
                  input instanceof StartInput.Begin
                      ? new StartStep(
                          new StartState(state.handle(), Phase.SENDING, 0, false, null),
                          new StartAction.Send())
                      : StartProtocol.next(state, input);
              return step.action() instanceof StartAction.Fail
                      && input instanceof StartInput.Interrupted interrupted
                  ? new StartStep(step.state(), new StartAction.Fail(interrupted.failure(), false))
                  : step;
            },
            new Left(0, 0, 0, false));

    assertThat(space.wayTo(Situation::lost)).isPresent();
  }
}
