package io.github.openhands4j.simulation;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.RateLimitedException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.resilience.Repeats;
import io.github.openhands4j.v1.internal.start.StartInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The send of a start, with the repeats that its class of operation allows, in one limit. */
final class Sending {

  static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int MOST_ATTEMPTS = 3;

  private final World world;
  private final Job job;
  private final Consumer<StartInput> done;
  private final Repeats repeats;
  private final long began;
  private final List<OpenHandsException> earlier = new ArrayList<>();
  private final List<OpenHandsException> failures = new ArrayList<>();
  private boolean written;
  private boolean over;
  private int attempt;

  Sending(World world, Job job, Consumer<StartInput> done) {
    this.world = world;
    this.job = job;
    this.done = done;
    this.repeats = new Repeats(() -> world.chance().share());
    this.began = world.now();
  }

  void begin() {
    int mine = ++attempt;
    written = false;
    world.timeline().in(world.chance().between(Nanos.MILLI, 50 * Nanos.MILLI), () -> connect(mine));
    world.timeline().in(left(), () -> tooLate(mine));
  }

  private long left() {
    return began + LIMIT.toNanos() - world.now();
  }

  private boolean isPast(int mine) {
    return over || attempt != mine;
  }

  private void connect(int mine) {
    if (isPast(mine)) {
      return;
    }
    if (!world.server().isUp() || world.chance().happens(world.plan().disturbedSends() / 5)) {
      failed(Failures.notSent());
      return;
    }
    written = true;
    world.oracle().sent(job);
    world.note("sent", job.number, attempt);
    world.road().carry(new Post(job, false), reply -> came(mine, reply));
  }

  private void came(int mine, Reply reply) {
    if (isPast(mine)) {
      return;
    }
    if (reply instanceof Reply.Row row) {
      end(new StartInput.Answered(row.task()));
    } else if (reply instanceof Reply.Failure failure) {
      failed(failure.failure());
    }
  }

  private void tooLate(int mine) {
    if (!isPast(mine)) {
      fail(Failures.late(LIMIT, written));
    }
  }

  private void failed(OpenHandsException failure) {
    if (!FailureClass.of(failure).mayHaveBeenDone()) {
      world.oracle().refused(job);
    }
    long wait = repeats.waitAfter(failure, attempt).toNanos();
    if (!Repeats.allowed(OperationClass.START, failure)
        || attempt >= MOST_ATTEMPTS
        || (attempt > 1 && Repeats.onlyOnce(OperationClass.START, failure))
        || wait >= left()) {
      fail(failure);
      return;
    }
    earlier.add(failure);
    written = false;
    int mine = attempt;
    world
        .timeline()
        .in(
            wait,
            () -> {
              if (!isPast(mine)) {
                sendAgain(failure);
              }
            });
  }

  private void sendAgain(OpenHandsException after) {
    if (after instanceof RateLimitedException) {
      world.tally().add(Seen.SENT_AGAIN_AFTER_A_REFUSAL);
    }
    if (after instanceof ApiException answer && answer.status() == 425) {
      world.tally().add(Seen.SENT_AGAIN_AS_TOO_EARLY);
    }
    begin();
  }

  private void fail(OpenHandsException failure) {
    if (world.protocol().keepsAttempts()) {
      earlier.forEach(failure::addSuppressed);
    }
    failures.addAll(earlier);
    failures.add(failure);
    end(new StartInput.Failed(FailureClass.of(failure), failure));
  }

  private void end(StartInput input) {
    over = true;
    done.accept(input);
  }

  /** What its attempts ended with, if it has failed. */
  List<OpenHandsException> failures() {
    return failures;
  }

  /** Gives it up; true if something of the last attempt may have been sent. */
  boolean abandon() {
    over = true;
    return written;
  }
}
