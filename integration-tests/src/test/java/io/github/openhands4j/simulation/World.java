package io.github.openhands4j.simulation;

import io.github.openhands4j.core.StartHandle;
import java.util.ArrayList;
import java.util.List;

/** All that one schedule happens in. */
final class World {

  private static final int MOST_CRASHES = 3;

  private final Chance chance;
  private final Protocol protocol;
  private final Trace trace;
  private final Timeline timeline = new Timeline();
  private final Tally tally = new Tally();
  private final List<Job> jobs = new ArrayList<>();
  private final Oracle oracle = new Oracle(this);
  private final ModelServer server;
  private final ModelJournal journal = new ModelJournal(this);
  private final ModelReads reads = new ModelReads(this);
  private final Looking looking = new Looking(this);
  private final Road road = new Road(this);
  private WorldPlan plan;
  private boolean calm;
  private int crashes;

  World(long seed, Protocol protocol, Trace trace) {
    this.chance = new Chance(seed);
    this.protocol = protocol;
    this.trace = trace;
    this.plan = WorldPlan.of(chance);
    this.server = new ModelServer(this);
  }

  Chance chance() {
    return chance;
  }

  Protocol protocol() {
    return protocol;
  }

  Timeline timeline() {
    return timeline;
  }

  long now() {
    return timeline.now();
  }

  Tally tally() {
    return tally;
  }

  Oracle oracle() {
    return oracle;
  }

  ModelServer server() {
    return server;
  }

  ModelJournal journal() {
    return journal;
  }

  ModelReads reads() {
    return reads;
  }

  Looking looking() {
    return looking;
  }

  Road road() {
    return road;
  }

  WorldPlan plan() {
    return plan;
  }

  List<Job> jobs() {
    return jobs;
  }

  Job jobOf(StartHandle handle) {
    return jobs.stream().filter(job -> job.handle.equals(handle)).findFirst().orElseThrow();
  }

  /** From now on nothing goes wrong. */
  void calm() {
    plan = plan.calm();
    calm = true;
  }

  boolean isCalm() {
    return calm;
  }

  /** Counts a crash of a process; false when there were enough. */
  boolean mayCrash() {
    return crashes++ < MOST_CRASHES;
  }

  void note(String what, long subject, Object detail) {
    trace.add(now(), what, subject, detail);
  }
}
