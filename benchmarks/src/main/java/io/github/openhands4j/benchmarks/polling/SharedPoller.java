package io.github.openhands4j.benchmarks.polling;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.internal.poll.Goal;
import io.github.openhands4j.v1.internal.poll.PollAction;
import io.github.openhands4j.v1.internal.poll.PollCore;
import io.github.openhands4j.v1.internal.poll.Stirs;
import io.github.openhands4j.v1.internal.poll.Wait;
import io.github.openhands4j.v1.internal.poll.WaitState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The client's own poller, driven in virtual time: its state machine decides when it asks and for
 * what, as in a program; only clock and server are of this class.
 *
 * @param pollsPerMinute its budget
 */
record SharedPoller(int pollsPerMinute) implements Waiting {

  private static final Duration LIMIT = Duration.ofHours(1);

  @Override
  public Run run(List<Job> jobs) {
    Drive drive = new Drive(new PollCore(new ReadBudget(pollsPerMinute), new Stirs()), jobs);
    while (drive.isUnderWay()) {
      drive.goOn();
    }
    return new Run(drive.polls, drive.delays);
  }

  /** One run. */
  private static final class Drive {

    private final PollCore core;
    private final List<Job> jobs;
    private final List<Long> polls = new ArrayList<>();
    private final List<Double> delays = new ArrayList<>();
    private int started;
    private long now;

    Drive(PollCore core, List<Job> jobs) {
      this.core = core;
      this.jobs = jobs;
    }

    boolean isUnderWay() {
      return delays.size() < jobs.size();
    }

    /** To the next start or the next tick, whichever comes first. */
    void goOn() {
      Duration rest = core.restBeforeTick(now);
      long tick = rest == null ? Long.MAX_VALUE : now + rest.toNanos();
      if (started < jobs.size() && jobs.get(started).startNanos() <= tick) {
        now = jobs.get(started).startNanos();
        core.add(started, wait(started, now));
        started++;
      } else {
        now = tick;
        tick();
      }
    }

    private void tick() {
      List<PollAction> reads = core.reads(now);
      for (PollAction read : reads) {
        polls.add(now);
        List<StartTaskId> ids = ((PollAction.ReadTasks) read).ids();
        List<AppConversationStartTask> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(row(id)));
        for (PollAction action : core.tasksRead(ids, new BatchAnswer<>(rows, Map.of()), now)) {
          if (action instanceof PollAction.Conclude end) {
            delays.add((now - jobs.get((int) end.key()).readyNanos()) / 1e9);
          }
        }
      }
      if (!core.endTick(reads.size(), now).isEmpty()) {
        throw new IllegalStateException("a wait ran out of time");
      }
    }

    private AppConversationStartTask row(StartTaskId id) {
      int job = (int) id.uuid().getLeastSignificantBits();
      boolean ready = jobs.get(job).readyNanos() <= now;
      return AppConversationStartTask.builder()
          .id(id)
          .status(
              ready ? AppConversationStartTaskStatus.READY : AppConversationStartTaskStatus.WORKING)
          .appConversationId(ready ? conversation(job) : null)
          .build();
    }

    private static Wait wait(int job, long nowNanos) {
      StartHandle handle =
          new StartHandle(
              conversation(job), URI.create("http://127.0.0.1"), Instant.EPOCH, "0".repeat(64));
      WaitState state =
          WaitState.of(Goal.READY, new StartTaskId(new UUID(1, job)), conversation(job));
      return new Wait(handle, LIMIT, nowNanos, state, null);
    }

    private static ConversationId conversation(int job) {
      return new ConversationId(new UUID(2, job));
    }
  }
}
