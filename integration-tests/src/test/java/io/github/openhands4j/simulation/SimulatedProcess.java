package io.github.openhands4j.simulation;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.v1.internal.start.StartAction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A process with one client: it may be closed, and it may crash and have a successor. */
final class SimulatedProcess {

  private final World world;
  private final int number;

  /** How far its clock is from the true time. */
  private final long skewNanos;

  private final PollRun polls;
  private final List<StartRun> runs = new ArrayList<>();
  private boolean alive = true;
  private boolean closed;

  SimulatedProcess(World world, int number, long skewNanos) {
    this.world = world;
    this.number = number;
    this.skewNanos = skewNanos;
    this.polls = new PollRun(world);
  }

  boolean isOpen() {
    return alive && !closed;
  }

  long skewNanos() {
    return skewNanos;
  }

  PollRun polls() {
    return polls;
  }

  StartRun run(Job job, Consumer<StartAction> caller) {
    StartRun run = new StartRun(world, this, job, caller);
    runs.add(run);
    return run;
  }

  void forget(StartRun run) {
    runs.remove(run);
  }

  /**
   * Ends all calls of this client; that its waits end too is not simulated, see {@link Promise}.
   */
  void close() {
    closed = true;
    world.note("client closed", number, "");
    polls.stop();
    List.copyOf(runs).forEach(run -> run.endEarly(OwnEnd.CLOSE));
  }

  /** Whether the process is gone, or goes now. */
  boolean crashesNow() {
    if (alive && world.chance().happens(world.plan().stepCrashes())) {
      crash();
    }
    return !alive;
  }

  /** Ends without a word; a new process asks for what the journal holds. */
  void crash() {
    if (!alive || !world.mayCrash()) {
      return;
    }
    alive = false;
    world.tally().add(Seen.PROCESS_CRASHED);
    world.note("process crashes", number, "");
    polls.stop();
    runs.forEach(StartRun::die);
    runs.clear();
    SimulatedProcess successor = new SimulatedProcess(world, number + 100, skewNanos);
    world
        .timeline()
        .in(world.chance().between(Nanos.SECOND, 2 * Nanos.MINUTE), successor::resolveAll);
  }

  private void resolveAll() {
    for (StartHandle handle : world.journal().unresolved()) {
      if (isOpen()) {
        new Caller(world, this).resolve(world.jobOf(handle), Seen.RESOLVED_AFTER_CRASH);
      }
    }
  }
}
