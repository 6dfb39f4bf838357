package io.github.openhands4j.statespace;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.statespace.Records.Journal;
import io.github.openhands4j.statespace.Records.Told;
import io.github.openhands4j.v1.internal.start.StartAction;
import io.github.openhands4j.v1.internal.start.StartInput;
import io.github.openhands4j.v1.internal.start.StartState;
import io.github.openhands4j.v1.internal.start.StartStep;
import java.util.List;
import java.util.function.BiFunction;

/** What a process can do, or have done to it: it carries out what the protocol says. */
final class ProcessMoves {

  private static final int MOST_ATTEMPTS = 3;

  private final BiFunction<StartState, StartInput, StartStep> protocol;
  private final Samples samples = new Samples();

  ProcessMoves(BiFunction<StartState, StartInput, StartStep> protocol) {
    this.protocol = protocol;
  }

  /** The beginning of everything. */
  Situation beginning(Left left) {
    Starter process = new Starter(true, StartState.of(Samples.HANDLE), Doing.NOTHING, 0);
    Situation nothing = new Situation(process, Road.EMPTY, Server.EMPTY, Records.EMPTY, left);
    return step(nothing, new StartInput.Begin());
  }

  void add(Situation now, List<Move> moves) {
    Starter process = now.process();
    if (!process.alive()) {
      moves.add(new Move("a new process reads the journal", successor(now)));
      return;
    }
    switch (process.doing()) {
      case WRITE_DOWN -> writeDown(now, moves);
      case CONNECT -> connect(now, moves);
      case AWAIT_ANSWER -> awaitAnswer(now, moves);
      case LOOK -> look(now, moves);
      case PAUSE -> pause(now, moves);
      case WRITE_TAKEN -> outcome(now, Journal.TAKEN, Doing.TELL_HANDLE, moves);
      case WRITE_NOT_STARTED -> outcome(now, Journal.NOT_STARTED, Doing.TELL_NOT_STARTED, moves);
      case TELL_HANDLE -> tell(now, Told.HANDLE, moves);
      case TELL_NOT_STARTED -> tell(now, Told.NOT_STARTED, moves);
      case NOTHING -> {
        if (now.records().told() == Told.HANDLE) {
          moves.add(new Move("the caller resolves the handle", resolve(now)));
        }
      }
    }
    if (now.left().crashes() > 0 && process.doing() != Doing.NOTHING) {
      Starter dead = new Starter(false, StartState.of(Samples.HANDLE), Doing.NOTHING, 0);
      moves.add(new Move("the process crashes", now.left(now.left().lessCrashes()).process(dead)));
    }
  }

  private Situation successor(Situation now) {
    Starter process = new Starter(true, StartState.of(Samples.HANDLE), Doing.NOTHING, 0);
    boolean unresolved = now.records().journal() == Journal.BEGUN;
    return unresolved
        ? resolve(now.process(process))
        : now.process(new Starter(false, process.state(), Doing.NOTHING, 0));
  }

  private Situation resolve(Situation now) {
    Starter process = new Starter(true, StartState.of(Samples.HANDLE), Doing.NOTHING, 0);
    return step(now.process(process), new StartInput.Resume());
  }

  private void writeDown(Situation now, List<Move> moves) {
    Situation written = now.records(now.records().journal(Journal.BEGUN));
    moves.add(new Move("the start is written down", step(written, new StartInput.WrittenDown())));
    moves.add(
        new Move(
            "the start cannot be written down",
            step(now, new StartInput.NotWrittenDown(samples.diskFull))));
  }

  private void connect(Situation now, List<Move> moves) {
    Situation tried = now.process(now.process().triedOnceMore());
    moves.add(new Move("no connection", again(tried, FailureClass.NOT_SENT, samples.notSent)));
    moves.add(
        new Move(
            "the request goes out", tried.doing(Doing.AWAIT_ANSWER).road(now.road().requests(1))));
  }

  /** What surely did nothing may be tried again, within bounds. */
  private Situation again(Situation now, FailureClass kind, OpenHandsException failure) {
    return now.process().attempts() < MOST_ATTEMPTS
        ? now.doing(Doing.CONNECT)
        : step(now, new StartInput.Failed(kind, failure));
  }

  private void awaitAnswer(Situation now, List<Move> moves) {
    Road road = now.road();
    moves.add(new Move("no answer in time", ambiguous(now, samples.lost)));
    moves.add(new Move("interrupted", ambiguous(now, samples.interrupted)));
    moves.add(new Move("closed", ambiguous(now, samples.closed)));
    if (road.errors() > 0) {
      moves.add(
          new Move("an error comes", ambiguous(now.road(road.errors(-1)), samples.serverError)));
    }
    if (road.refusals() > 0) {
      Situation refused = now.road(road.refusals(-1));
      moves.add(new Move("a 429 comes", again(refused, FailureClass.REJECTED, samples.limited)));
      moves.add(
          new Move(
              "a refusal comes",
              step(refused, new StartInput.Failed(FailureClass.REJECTED, samples.refused))));
    }
    if (road.rows() > 0) {
      Situation come = now.road(road.rows(-1));
      moves.add(new Move("a row comes", step(come, new StartInput.Answered(Samples.row(1)))));
      if (now.left().losses() > 0) {
        Situation garbled = come.left(now.left().lessLosses());
        moves.add(
            new Move(
                "a row of another start comes",
                step(garbled, new StartInput.Answered(Samples.FOREIGN_ROW))));
        moves.add(
            new Move(
                "an unreadable answer comes",
                step(garbled, new StartInput.Failed(FailureClass.UNREADABLE, samples.cut))));
      }
    }
  }

  private Situation ambiguous(Situation now, OpenHandsException failure) {
    return step(now, new StartInput.Failed(FailureClass.AMBIGUOUS, failure));
  }

  /** A look may see any number of the starts that are shown: what it reads from may lie behind. */
  private void look(Situation now, List<Move> moves) {
    for (int seen = 0; seen <= now.server().shown(); seen++) {
      List<AppConversationStartTask> rows = Samples.rows(seen);
      moves.add(new Move("a look sees " + seen, step(now, new StartInput.Looked(rows, false))));
    }
    if (now.server().shown() > 0) {
      moves.add(
          new Move(
              "a look sees the conversation", step(now, new StartInput.Looked(List.of(), true))));
    }
    if (now.left().losses() > 0) {
      Situation less = now.left(now.left().lessLosses());
      moves.add(new Move("a look fails", step(less, new StartInput.LookFailed(samples.lost))));
    }
    moves.add(new Move("there is no time to look", step(now, new StartInput.TimeUp())));
    moves.add(
        new Move(
            "a look is interrupted", step(now, new StartInput.LookFailed(samples.interrupted))));
  }

  private void pause(Situation now, List<Move> moves) {
    moves.add(new Move("the pause is over", step(now, new StartInput.Woke())));
    moves.add(new Move("the time is over", step(now, new StartInput.TimeUp())));
    moves.add(
        new Move(
            "the pause is interrupted",
            step(now, new StartInput.Interrupted(samples.interrupted))));
  }

  private static void outcome(Situation now, Journal outcome, Doing then, List<Move> moves) {
    moves.add(
        new Move(
            "the outcome is written down",
            now.records(now.records().journal(outcome)).doing(then)));
    moves.add(new Move("the outcome cannot be written down", now.doing(then)));
  }

  private static void tell(Situation now, Told told, List<Move> moves) {
    moves.add(
        new Move("the caller is told", now.records(now.records().told(told)).doing(Doing.NOTHING)));
  }

  private Situation step(Situation now, StartInput input) {
    StartStep step = protocol.apply(now.process().state(), input);
    Starter process =
        new Starter(
            true, samples.canonical(step.state()), doing(step.action()), now.process().attempts());
    return now.process(process);
  }

  private static Doing doing(StartAction action) {
    if (action instanceof StartAction.WriteDown) {
      return Doing.WRITE_DOWN;
    }
    if (action instanceof StartAction.Send) {
      return Doing.CONNECT;
    }
    if (action instanceof StartAction.Look) {
      return Doing.LOOK;
    }
    if (action instanceof StartAction.Pause) {
      return Doing.PAUSE;
    }
    if (action instanceof StartAction.Fail fail) {
      return fail.nothingStarted()
          ? Doing.WRITE_NOT_STARTED
          : Samples.namesTheStart(fail.failure()) ? Doing.TELL_HANDLE : Doing.NOTHING;
    }
    return Doing.WRITE_TAKEN;
  }
}
