package io.github.openhands4j.simulation;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal.State;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.internal.start.StartAction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sees everything that happens, server and clients alike, and holds it against the promises. */
final class Oracle {

  private final World world;

  Oracle(World world) {
    this.world = world;
  }

  /** The first byte of a request goes out. */
  void sent(Job job) {
    if (job.undecided) {
      throw broken(Promise.SENT_ONCE, job, "is sent again, and may have been processed before");
    }
    job.undecided = true;
  }

  /** The client was told that the server did nothing with the last request. */
  void refused(Job job) {
    job.undecided = false;
  }

  /** The server does what a request asks for. */
  void processed(Post post) {
    Job job = post.job();
    world.note("server takes", job.number, post.copied() ? "a copy" : "it");
    if (!post.copied() && ++job.processed > 1) {
      throw broken(Promise.SENT_ONCE, job, "is processed a second time");
    }
    if (job.tasks.size() == 1) {
      world.tally().add(Seen.TAKEN_TWICE_BY_A_PROXY);
    }
  }

  /** The server shows a start from now on. */
  void committed(ModelTask task) {
    world.note("server shows", task.job.number, "");
    if (task.job.unknown) {
      world.tally().add(Seen.TAKEN_AFTER_THE_CALLER_GAVE_UP);
    }
  }

  /** A caller is given a start. */
  void succeeded(Job job, StartAction.Succeed found, int rowsSeen) {
    job.held = true;
    UserText.requireNoneIn(found);
    Set<StartTaskId> own = new HashSet<>();
    job.tasks.forEach(task -> own.add(task.id));
    List<StartTaskId> given =
        Stream.concat(Stream.ofNullable(found.task()), found.duplicates().stream())
            .map(AppConversationStartTask::id)
            .toList();
    if (!own.containsAll(given) || new HashSet<>(given).size() < given.size()) {
      throw broken(Promise.TRUE_ANSWER, job, "is given a task of another start");
    }
    if (given.isEmpty()
        && job.tasks.stream().noneMatch(task -> task.hasHadConversation(world.now()))) {
      throw broken(Promise.TRUE_ANSWER, job, "is given a conversation that does not exist");
    }
    if (found.echoed() != world.plan().takesIds()) {
      throw broken(Promise.TRUE_ANSWER, job, "is told the wrong thing of its id");
    }
    if (!found.echoed()) {
      world.tally().add(Seen.ANSWERED_WITHOUT_OUR_ID);
    }
    if (found.recovered() && !given.isEmpty() && given.size() != rowsSeen) {
      throw broken(Promise.TRUE_ANSWER, job, "is not told of a duplicate");
    }
    if (!found.duplicates().isEmpty()) {
      world.tally().add(Seen.DUPLICATES_REPORTED);
    }
    world.tally().add(found.recovered() ? Seen.RECOVERED : Seen.ANSWERED);
  }

  /** A caller is given an exception, after attempts that ended like this. */
  void failed(
      Job job,
      StartAction.Fail fail,
      @Nullable Throwable cause,
      List<OpenHandsException> attempts) {
    OpenHandsException failure = fail.failure();
    UserText.requireNoneIn(failure);
    if (fail.nothingStarted()) {
      if (FailureClass.of(failure).mayHaveBeenDone()) {
        throw broken(Promise.ENDS, job, "ends as not started with " + failure);
      }
      Attempts.requireKept(attempts, failure);
      job.deniedToCaller = true;
      world
          .tally()
          .add(FailureClass.of(failure) == FailureClass.REJECTED ? Seen.REFUSED : Seen.NOT_SENT);
      return;
    }
    if (!job.handle.equals(handleIn(job, failure))) {
      throw broken(Promise.NEVER_LOST, job, "ends without its handle in " + failure);
    }
    job.held = true;
    if (cause != null
        && !(failure instanceof ClientClosedException) // its cause is the close, it has no other
        && failure.getCause() != cause) {
      throw broken(Promise.CAUSE_KEPT, job, "ends with the cause " + failure.getCause());
    }
    Attempts.requireKept(attempts, failure);
    if (failure instanceof StartOutcomeUnknownException) {
      job.unknown = true;
      world.tally().add(Seen.UNKNOWN);
    } else {
      world.tally().add(failure instanceof ClientClosedException ? Seen.CLOSED : Seen.INTERRUPTED);
    }
  }

  private static @Nullable StartHandle handleIn(Job job, OpenHandsException failure) {
    if (failure instanceof StartOutcomeUnknownException unknown) {
      return unknown.handle();
    }
    if (failure instanceof ClientClosedException closed) {
      return closed.handle().orElse(null);
    }
    if (failure instanceof CallInterruptedException interrupted) {
      return interrupted.handle().orElse(null);
    }
    throw broken(Promise.ENDS, job, "ends with " + failure);
  }

  /** A wait was told that a conversation exists. */
  void ready(Job job, ConversationId id) {
    if (job.tasks.stream()
        .noneMatch(
            task -> task.conversationId.equals(id) && task.hasHadConversation(world.now()))) {
      throw broken(Promise.TRUE_ANSWER, job, "is said to be READY as " + id);
    }
  }

  /** A wait was told that neither the task nor the conversation is listed. */
  void vanished(Job job) {
    long from = world.now() - 2 * Nanos.MINUTE;
    if (job.tasks.size() == 1 && job.tasks.get(0).wasListedThroughout(from, world.now())) {
      throw broken(Promise.TRUE_ANSWER, job, "is said to have vanished");
    }
    world.tally().add(Seen.VANISHED);
  }

  /** Something that had a limit has ended. */
  void inTime(Job job, String what, long took, long limit) {
    if (took > limit + 50 * Nanos.MILLI) {
      throw broken(Promise.IN_TIME, job, what + " took " + took / Nanos.MILLI + " ms");
    }
  }

  /** All has come to rest: who holds what the server has? */
  void atTheEnd() {
    for (Job job : world.jobs()) {
      if (!job.isTaken()) {
        continue;
      }
      State written = world.journal().stateOf(job.handle).orElse(State.NOT_STARTED);
      if (written == State.NOT_STARTED && !job.held) {
        throw broken(Promise.NEVER_LOST, job, "is on the server, and nobody holds its id");
      }
      if (job.deniedToCaller || (written == State.NOT_STARTED && !job.held)) {
        throw broken(Promise.NEVER_LOST, job, "is on the server, and was said not to be");
      }
    }
  }

  static BrokenPromiseException broken(Promise promise, Job job, String what) {
    return new BrokenPromiseException(promise, "start " + job.number + " " + what);
  }
}
