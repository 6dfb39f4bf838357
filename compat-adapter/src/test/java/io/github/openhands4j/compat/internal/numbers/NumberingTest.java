package io.github.openhands4j.compat.internal.numbers;

import static io.github.openhands4j.compat.internal.numbers.V1Events.command;
import static io.github.openhands4j.compat.internal.numbers.V1Events.error;
import static io.github.openhands4j.compat.internal.numbers.V1Events.event;
import static io.github.openhands4j.compat.internal.numbers.V1Events.failure;
import static io.github.openhands4j.compat.internal.numbers.V1Events.id;
import static io.github.openhands4j.compat.internal.numbers.V1Events.message;
import static io.github.openhands4j.compat.internal.numbers.V1Events.output;
import static io.github.openhands4j.compat.internal.numbers.V1Events.state;
import static io.github.openhands4j.compat.internal.numbers.V1Events.stats;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.internal.events.V1Event;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberingTest {

  private final EventLog log = new EventLog();
  private boolean idle;

  @Test
  void numbersAreDenseAndInTheOrderFirstSeen() {
    read(message(1, "a"), stats(2, 1), command(3, "c", "r"), output(4, 3, "c"));

    assertThat(log.numbers()).isEqualTo(3);
    assertThat(ids()).containsExactly(id(1), id(3), id(4));
  }

  @Test
  void lateEventsAreAppendedAndNothingMoves() {
    read(message(1, "a"), command(5, "c", "r"));
    read(message(1, "a"), command(3, "c2", "r"), command(5, "c", "r"), message(2, "b"));

    assertThat(ids()).containsExactly(id(1), id(5), id(3), id(2));
  }

  @Test
  void whatSaysNothingHasNoNumber() {
    read(
        event(1, "EventOfTomorrow", Map.of()),
        event(2, "TokenEvent", Map.of()),
        V1Event.of(Map.of("kind", "PauseEvent")),
        stats(3, 1));

    assertThat(log.numbers()).isZero();
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void aStateToldAgainHasNoNumberNowOrLater() {
    read(state(1, "running"), state(2, "running"), state(3, "finished"));
    read(state(2, "running"), state(3, "finished"), state(4, "finished"), state(5, "running"));

    assertThat(ids()).containsExactly(id(1), id(3), id(5));
  }

  @Test
  void idleBeforeTheFirstMessageIsTakenUpIsNoEndOfATurn() {
    read(state(1, "idle"), message(2, "a"), state(3, "running"));

    assertThat(ids()).containsExactly(id(2), id(3));
  }

  @Test
  void idleAfterARefusedConfirmationIsTheEndOfATurn() {
    read(message(1, "a"), state(2, "running"), state(3, "waiting_for_confirmation"));
    read(state(4, "idle"));

    assertThat(ids()).containsExactly(id(1), id(2), id(3), id(4));
  }

  @Test
  void idleAfterARunIsTheNextMessageAndNoEndOfItsTurn() {
    read(message(1, "a"), state(2, "running"), state(3, "finished"));
    read(state(4, "idle"), message(5, "b"), state(6, "running"), state(7, "finished"));

    assertThat(ids()).containsExactly(id(1), id(2), id(3), id(5), id(6), id(7));
  }

  /** Snapshots are with the app server only, which gets them late. */
  @Test
  void stateThatIsOlderThanTheOneToldLastIsNotTold() {
    read(message(2, "a"), state(3, "running"));
    read(state(1, "idle"));
    assertThat(log.state()).isEqualTo("running");

    read(state(5, "finished"));
    read(state(4, "running"));
    assertThat(log.state()).isEqualTo("finished");
    assertThat(ids()).containsExactly(id(2), id(3), id(5));
  }

  @Test
  void idleWithoutAMessageIsToldIfItIsSoNow() {
    read(state(1, "idle"));
    assertThat(log.numbers()).isZero();

    idle = true;
    read(state(1, "idle"), state(2, "idle"));
    assertThat(ids()).containsExactly(id(2));
  }

  @Test
  void aFailedRunHasTwoNumbersAndItsStateIsNotToldAgain() {
    read(failure(1), state(2, "error"));

    assertThat(ids()).containsExactly(id(1), id(1));
    assertThat(log.at(log.positionOf(1)).part()).isEqualTo(1);
    assertThat(log.state()).isEqualTo("error");
  }

  /** An agent whose sandbox was paused while it worked comes back so, for a moment. */
  @Test
  void errorWithoutAReasonHasNoNumberWhateverComesNext() {
    read(message(1, "a"), state(2, "running"));
    read(state(3, "error"));
    assertThat(log.state()).isEqualTo("running");
    assertThat(log.isUnderWay()).isTrue();

    read(state(4, "idle"), message(5, "go on"), state(6, "running"), state(7, "finished"));
    read(state(8, "running"), state(9, "error"), failure(10), state(11, "error"));

    assertThat(ids()).containsExactly(id(1), id(2), id(5), id(7), id(8), id(10), id(10));
  }

  @Test
  void stuckIsToldAtOnce() {
    read(message(1, "a"), state(2, "running"), state(3, "stuck"));

    assertThat(log.state()).isEqualTo("error");
  }

  @Test
  void endFromBeforeTheNewestMessageIsNotToldWhenItComesLate() {
    read(message(1, "a"), state(2, "running"));
    read(message(5, "b"));
    read(state(3, "finished"), state(4, "stuck"));
    assertThat(log.state()).isEqualTo("running");

    read(state(6, "finished"));
    assertThat(ids()).containsExactly(id(1), id(2), id(5), id(6));
  }

  /** It is still shown as an error, but says nothing of what the agent does by now. */
  @Test
  void failureFromBeforeTheNewestMessageOrStateChangesNoStateWhenItComesLate() {
    read(message(1, "a"), state(2, "running"), message(5, "b"));
    read(failure(3));
    assertThat(log.state()).isEqualTo("running");
    assertThat(log.stateMicros()).isEqualTo(Numbering.microsOf(state(2, "running")));

    read(state(7, "running"), state(8, "finished"), failure(6));
    assertThat(log.state()).isEqualTo("finished");
    assertThat(ids()).containsExactly(id(1), id(2), id(5), id(3), id(8), id(6));
  }

  @Test
  void endOfTheRunBeforeIsToldIfItIsReadWithTheNextMessage() {
    read(message(1, "a"), state(2, "running"), state(3, "finished"), message(4, "b"));

    assertThat(ids()).containsExactly(id(1), id(2), id(3), id(4));
  }

  @Test
  void anAnswerPointsToItsAction() {
    read(command(1, "c", "r"), output(2, 1, "c"));
    read(command(3, "d", "r2"));
    read(output(4, 3, "d"));

    assertThat(log.at(1).link()).isZero();
    assertThat(log.at(3).link()).isEqualTo(2);
  }

  @Test
  void anAnswerThatCameBeforeItsActionPointsToNothing() {
    read(output(2, 1, "c"), command(1, "c", "r"));

    assertThat(log.at(0).link()).isEqualTo(Entry.NO_LINK);
  }

  @Test
  void anErrorPointsToTheLastActionWithItsToolCall() {
    read(command(1, "c", "r"), command(2, "c", "r2"), command(3, "x", "r3"), error(4, "c"));
    read(error(5, "c"), error(6, "unknown"));

    assertThat(log.at(3).link()).isEqualTo(1);
    assertThat(log.at(4).link()).isEqualTo(1);
    assertThat(log.at(5).link()).isEqualTo(Entry.NO_LINK);
  }

  @Test
  void callsOfOneAnswerAreCountedWhenTheyAreFirstSeen() {
    read(command(1, "a", "r"), command(2, "b", "r"), command(3, "c", "other"));
    read(command(4, "d", "r"));

    assertThat(log.at(0).calls()).isEqualTo(2);
    assertThat(log.at(1).calls()).isEqualTo(2);
    assertThat(log.at(2).calls()).isEqualTo(1);
    assertThat(log.at(3).calls()).isEqualTo(1);
  }

  @Test
  void costsAreThoseToldBefore() {
    read(command(1, "a", "r"), stats(2, 1), command(3, "b", "r2"), stats(4, 2));

    assertThat(log.statsBefore(0)).isEqualTo(-1);
    assertThat(log.statsBefore(2)).isEqualTo(1);
    assertThat(log.statsBefore(4)).isEqualTo(3);
  }

  private void read(V1Event... events) {
    int size = log.size();
    assertThat(log.append(size, Numbering.plan(log, size, List.of(events), idle))).isTrue();
  }

  private List<String> ids() {
    return IntStream.range(0, log.numbers())
        .mapToObj(number -> log.at(log.positionOf(number)).eventId())
        .toList();
  }
}
