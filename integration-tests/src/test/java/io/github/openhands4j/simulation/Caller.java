package io.github.openhands4j.simulation;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v1.internal.poll.Goal;
import io.github.openhands4j.v1.internal.poll.PollAction;
import io.github.openhands4j.v1.internal.poll.Verdict;
import io.github.openhands4j.v1.internal.poll.WaitState;
import io.github.openhands4j.v1.internal.start.StartAction;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** A program that makes a start, or resolves one, and waits for it, with little patience. */
final class Caller {

  private static final URI ORIGIN = URI.create("http://127.0.0.1:1");
  private static final String DIGEST = "0".repeat(32);
  private static final List<Duration> LIMITS =
      List.of(Duration.ofSeconds(30), Duration.ofMinutes(3), Duration.ofMinutes(10));

  private final World world;
  private final SimulatedProcess process;

  Caller(World world, SimulatedProcess process) {
    this.world = world;
    this.process = process;
  }

  /** Makes a new start. */
  void start() {
    if (!process.isOpen()) {
      return;
    }
    StartHandle handle =
        new StartHandle(
            new ConversationId(world.chance().uuid()),
            ORIGIN,
            world
                .timeline()
                .wallClock()
                .plusNanos(process.skewNanos())
                .truncatedTo(ChronoUnit.MILLIS),
            DIGEST);
    Job job = new Job(world.jobs().size() + 1, handle, process.skewNanos());
    world.jobs().add(job);
    StartRun run = process.run(job, action -> started(job, action));
    run.start();
    if (world.chance().happens(world.plan().impatient() / 2)) {
      world
          .timeline()
          .in(world.chance().upTo(40 * Nanos.SECOND), () -> run.endEarly(OwnEnd.INTERRUPT));
    }
  }

  /** Finds out what became of a start; finding it counts as told. */
  void resolve(Job job, Seen found) {
    Consumer<StartAction> told =
        action -> {
          if (action instanceof StartAction.Succeed) {
            world.tally().add(found);
          }
          started(job, action);
        };
    process.run(job, told).resolve();
  }

  private void started(Job job, StartAction action) {
    if (action instanceof StartAction.Succeed found) {
      await(job, found);
    } else if (action instanceof StartAction.Fail fail
        && fail.failure() instanceof StartOutcomeUnknownException
        && world.chance().happens(0.5)) {
      world
          .timeline()
          .in(
              world.chance().between(Nanos.SECOND, 5 * Nanos.MINUTE),
              () -> {
                if (process.isOpen()) {
                  resolve(job, Seen.FOUND_LATER);
                }
              });
    }
  }

  private void await(Job job, StartAction.Succeed found) {
    if (!process.isOpen()) {
      return;
    }
    Goal goal = world.chance().happens(0.3) ? Goal.FINISHED : Goal.READY;
    Duration limit = world.chance().oneOf(LIMITS);
    AppConversationStartTask task = found.task();
    WaitState state =
        WaitState.of(goal, task == null ? null : task.id(), found.echoed() ? job.id() : null);
    long began = world.now();
    long key =
        process
            .polls()
            .await(
                job,
                state,
                limit,
                end -> {
                  world.oracle().inTime(job, "a wait", world.now() - began, limit.toNanos());
                  ended(job, limit, end);
                });
    if (world.chance().happens(world.plan().impatient() / 3)) {
      world
          .timeline()
          .in(
              world.chance().upTo(Nanos.MINUTE),
              () -> {
                world.tally().add(Seen.CANCELED);
                process.polls().cancel(key);
              });
    }
  }

  private void ended(Job job, Duration limit, PollAction end) {
    UserText.requireNoneIn(end);
    if (end instanceof PollAction.Expire expire) {
      WaitTimeoutException timeout =
          new WaitTimeoutException(
              job.handle, limit, expire.last().toString(), expire.ended().lastFailure());
      UserText.requireNoneIn(timeout);
      if (!timeout.handle().equals(expire.ended().handle())) {
        throw Oracle.broken(Promise.NEVER_LOST, job, "has a wait that ends with another handle");
      }
      world.tally().add(Seen.WAIT_TIMED_OUT);
    } else if (end instanceof PollAction.Conclude conclude) {
      concluded(job, conclude.verdict());
    }
    world.note("wait", job.number, end.getClass().getSimpleName());
  }

  private void concluded(Job job, Verdict verdict) {
    if (verdict instanceof Verdict.Ready ready) {
      world.oracle().ready(job, ready.id());
      world.tally().add(Seen.READY);
    } else if (verdict instanceof Verdict.Ended ended) {
      world.oracle().ready(job, ended.conversation().id());
      world.tally().add(Seen.FINISHED);
    } else if (verdict instanceof Verdict.Vanished) {
      world.oracle().vanished(job);
    } else {
      world.tally().add(Seen.START_FAILED);
    }
  }
}
