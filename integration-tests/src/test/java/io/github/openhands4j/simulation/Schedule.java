package io.github.openhands4j.simulation;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.v1.internal.start.StartAction;
import java.util.ArrayList;
import java.util.List;

/** One world from its beginning to its rest, as its seed decides. */
final class Schedule {

  /** What came of a schedule. */
  record Result(Tally tally, long digest) {}

  private static final long HOUR = 60 * Nanos.MINUTE;

  /** What a look allows a clock to be off. */
  private static final long CLOCK_MARGIN = 10 * Nanos.MINUTE;

  private final World world;
  private final Trace trace;

  private Schedule(long seed, Protocol protocol, Trace trace) {
    this.trace = trace;
    this.world = new World(seed, protocol, trace);
  }

  /** Runs it; throws {@link BrokenPromiseException} when a promise does not hold. */
  static Result run(long seed, Protocol protocol, Trace trace) {
    return new Schedule(seed, protocol, trace).run();
  }

  private Result run() {
    List<SimulatedProcess> processes = new ArrayList<>();
    for (int number = 0; number < world.plan().processes(); number++) {
      processes.add(process(number));
    }
    boolean atOnce = world.chance().happens(0.5);
    for (int start = 0; start < world.plan().starts(); start++) {
      SimulatedProcess process = world.chance().oneOf(processes);
      long after = world.chance().upTo(atOnce ? 10 * Nanos.MILLI : 3 * Nanos.MINUTE);
      world.timeline().in(after, () -> new Caller(world, process).start());
    }
    for (int crash = 0; crash < world.plan().serverCrashes(); crash++) {
      world.timeline().in(world.chance().upTo(4 * Nanos.MINUTE), world.server()::crash);
    }
    world.timeline().runOut();
    world.oracle().atTheEnd();
    audit();
    return new Result(world.tally(), trace.digest());
  }

  private SimulatedProcess process(int number) {
    double clock = world.chance().share();
    long most = clock < 0.5 ? Nanos.SECOND : clock < 0.75 ? CLOCK_MARGIN : 12 * HOUR;
    SimulatedProcess process =
        new SimulatedProcess(world, number, world.chance().between(-most, most));
    if (world.chance().happens(world.plan().timedCrashes())) {
      world.timeline().in(world.chance().upTo(2 * Nanos.MINUTE), process::crash);
    }
    if (world.chance().happens(world.plan().impatient() / 4)) {
      world.timeline().in(world.chance().upTo(2 * Nanos.MINUTE), process::close);
    }
    return process;
  }

  /** Afterwards, in quiet: what the journal holds must be found by whoever reads it. */
  private void audit() {
    world.calm();
    SimulatedProcess auditor = new SimulatedProcess(world, 1000, 0);
    for (StartHandle handle : world.journal().unresolved()) {
      Job job = world.jobOf(handle);
      auditor.run(job, action -> audited(job, action)).resolve();
      world.timeline().runOut();
    }
    world.oracle().atTheEnd();
  }

  private void audited(Job job, StartAction action) {
    if (action instanceof StartAction.Succeed found) {
      int given = found.duplicates().size() + (found.task() == null ? 0 : 1);
      long shown = job.taken().stream().filter(task -> task.isShown(world.now())).count();
      if (given > 0 && world.server().size() <= world.plan().pageSize() && given != shown) {
        throw Oracle.broken(Promise.TRUE_ANSWER, job, "is found without all its tasks");
      }
    } else if (job.isTaken() && isWithinReach(job)) {
      throw Oracle.broken(Promise.NEVER_LOST, job, "is on the server and is not found");
    }
  }

  /** Beyond the newest page, a look relies on the clock of the process. */
  private boolean isWithinReach(Job job) {
    boolean deleted = job.tasks.stream().anyMatch(task -> task.isDeleted(world.now()));
    if (deleted || !world.plan().takesIds()) {
      return false;
    }
    return world.server().size() <= world.plan().pageSize()
        || Math.abs(job.skewNanos) <= CLOCK_MARGIN
        || job.tasks.stream().anyMatch(task -> task.hasConversation(world.now()));
  }
}
