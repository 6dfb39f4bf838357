package io.github.openhands4j.simulation;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartJournal.State;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.v1.internal.start.StartAction;
import io.github.openhands4j.v1.internal.start.StartInput;
import io.github.openhands4j.v1.internal.start.StartState;
import io.github.openhands4j.v1.internal.start.StartState.Phase;
import io.github.openhands4j.v1.internal.start.StartStep;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drives one start, or one search for a start, in virtual time. */
final class StartRun {

  private static final long LOOK_RESERVE = 3 * Nanos.SECOND;
  private static final double JITTER = 0.1;

  private final World world;
  private final SimulatedProcess process;
  private final Job job;
  private final Consumer<StartAction> caller;
  private final long began;
  private StartState state;
  private @Nullable Sending sending;
  private long looksSince = -1;
  private int rowsSeen;
  private @Nullable Throwable cause;
  private boolean causeIsOurs;
  private int turn;
  private boolean over;

  StartRun(World world, SimulatedProcess process, Job job, Consumer<StartAction> caller) {
    this.world = world;
    this.process = process;
    this.job = job;
    this.caller = caller;
    this.began = world.now();
    this.state = StartState.of(job.handle);
  }

  void start() {
    step(new StartInput.Begin());
  }

  void resolve() {
    step(new StartInput.Resume());
  }

  /** An input that counts only if nothing else came before it. */
  private Consumer<StartInput> nextInput() {
    int mine = ++turn;
    return input -> {
      if (!over && turn == mine) {
        step(input);
      }
    };
  }

  private void step(StartInput input) {
    remember(input);
    StartStep step = world.protocol().next(state, input);
    state = step.state();
    world.note(
        "start",
        job.number,
        input.getClass().getSimpleName() + " -> " + step.action().getClass().getSimpleName());
    if (!process.crashesNow()) {
      carryOut(step.action());
    }
  }

  /** What the caller must be told as the cause, if it comes to that. */
  private void remember(StartInput input) {
    if (input instanceof StartInput.Failed failed) {
      cause = failed.failure();
    } else if (input instanceof StartInput.Answered) {
      causeIsOurs = true;
    } else if (input instanceof StartInput.LookFailed failed
        && (isOwnEnd(failed.failure()) || (cause == null && !causeIsOurs))) {
      cause = failed.failure();
    } else if (input instanceof StartInput.Interrupted interrupted) {
      cause = interrupted.failure();
    } else if (input instanceof StartInput.Looked looked) {
      rowsSeen = looked.tasks().size();
    }
  }

  private static boolean isOwnEnd(OpenHandsException failure) {
    return failure instanceof CallInterruptedException || failure instanceof ClientClosedException;
  }

  private void carryOut(StartAction action) {
    if (action instanceof StartAction.WriteDown) {
      nextInput().accept(world.journal().begin(job.handle));
    } else if (action instanceof StartAction.Send) {
      sending = new Sending(world, job, nextInput());
      sending.begin();
    } else if (action instanceof StartAction.Look) {
      world.looking().look(job, looksSince(), nextInput());
    } else if (action instanceof StartAction.Pause pause) {
      pause(pause.duration().toNanos(), nextInput());
    } else if (action instanceof StartAction.Succeed found) {
      if (found.echoed()) {
        writeAndEnd(State.TAKEN, action);
      } else {
        end(action); // the id in the journal names nothing of the server's
      }
    } else if (action instanceof StartAction.Fail fail) {
      if (fail.nothingStarted()) {
        writeAndEnd(State.NOT_STARTED, action);
      } else {
        end(action);
      }
    }
  }

  private long looksSince() {
    if (looksSince < 0) {
      looksSince = world.now();
    }
    return looksSince;
  }

  private void pause(long nanos, Consumer<StartInput> done) {
    double factor = 1 + JITTER * (2 * world.chance().share() - 1);
    long most =
        looksSince() + world.protocol().limitOfLooks().toNanos() - world.now() - LOOK_RESERVE;
    if (most <= 0) {
      done.accept(new StartInput.TimeUp());
    } else {
      world
          .timeline()
          .in(Math.min(Math.round(nanos * factor), most), () -> done.accept(new StartInput.Woke()));
    }
  }

  private void writeAndEnd(State outcome, StartAction action) {
    world.journal().outcome(job.handle, outcome);
    if (!process.crashesNow()) {
      end(action);
    }
  }

  private void end(StartAction action) {
    over = true;
    process.forget(this);
    long limit = Looking.LIMIT.toNanos() + (sending == null ? 0 : Sending.LIMIT.toNanos());
    world.oracle().inTime(job, "a start", world.now() - began, limit);
    if (action instanceof StartAction.Succeed found) {
      world.oracle().succeeded(job, found, rowsSeen);
    } else if (action instanceof StartAction.Fail fail) {
      world.oracle().failed(job, fail, cause, sending == null ? List.of() : sending.failures());
    }
    caller.accept(action);
  }

  /** The program has had enough of it. */
  void endEarly(OwnEnd how) {
    if (over) {
      return;
    }
    Consumer<StartInput> input = nextInput();
    if (state.phase() == Phase.SENDING && sending != null) {
      OpenHandsException failure = how.failure(sending.abandon());
      input.accept(new StartInput.Failed(FailureClass.of(failure), failure));
    } else if (state.phase() == Phase.LOOKING) {
      input.accept(new StartInput.LookFailed(how.failure(true)));
    } else if (state.phase() == Phase.PAUSING) {
      input.accept(new StartInput.Interrupted(how.failure(true)));
    }
  }

  /** Its process is gone; requests on the road are not. */
  void die() {
    over = true;
    if (sending != null) {
      var unused = sending.abandon();
    }
  }
}
