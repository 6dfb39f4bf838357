package io.github.openhands4j.simulation;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v1.internal.poll.PollAction;
import io.github.openhands4j.v1.internal.poll.PollCore;
import io.github.openhands4j.v1.internal.poll.Stirs;
import io.github.openhands4j.v1.internal.poll.Wait;
import io.github.openhands4j.v1.internal.poll.WaitState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Drives the shared poller of one process in virtual time: one reader and one timer. */
final class PollRun {

  private final World world;
  private final PollCore core;
  private final Map<Long, Consumer<PollAction>> waiters = new HashMap<>();
  private final Deque<Long> requests = new ArrayDeque<>();
  private long nextKey;
  private int changes;
  private boolean reading;
  private boolean over;

  PollRun(World world) {
    this.world = world;
    this.core = new PollCore(new ReadBudget(world.protocol().pollsPerMinute()), new Stirs());
  }

  /** Begins a wait; its waiter is told how it ends. */
  long await(Job job, WaitState state, Duration limit, Consumer<PollAction> waiter) {
    long key = nextKey++;
    Duration given = world.protocol().limitOfAWait(limit);
    core.add(key, new Wait(job.handle, given, world.now(), state, null));
    waiters.put(key, waiter);
    plan();
    return key;
  }

  /** Gives a wait up. */
  void cancel(long key) {
    var unused = core.remove(key);
    waiters.remove(key);
    plan();
  }

  /** Nothing is read any more. */
  void stop() {
    over = true;
  }

  private void plan() {
    int mine = ++changes;
    Duration expiry = core.untilExpiry(world.now());
    if (expiry == null) {
      return;
    }
    world.timeline().in(expiry.toNanos(), () -> ifStill(mine, this::expire));
    Duration rest = core.restBeforeTick(world.now());
    if (!reading && rest != null) {
      world.timeline().in(rest.toNanos(), () -> ifStill(mine, this::tick));
    }
  }

  private void ifStill(int mine, Runnable work) {
    if (!over && changes == mine) {
      work.run();
    }
  }

  private void expire() {
    List<PollAction> actions = core.expire(world.now());
    plan();
    actions.forEach(this::carryOut);
  }

  private void tick() {
    reading = true;
    readOn(new ArrayList<>(core.reads(world.now())).iterator(), 0);
  }

  private void readOn(Iterator<PollAction> todo, int made) {
    if (over) {
      return;
    }
    if (!todo.hasNext()) {
      List<PollAction> actions = core.endTick(made, world.now());
      reading = false;
      plan();
      actions.forEach(this::carryOut);
      return;
    }
    PollAction read = todo.next();
    count();
    boolean slow = world.chance().happens(world.plan().disturbedReads() / 10);
    long way = world.chance().upTo(slow ? 30 * Nanos.SECOND : 200 * Nanos.MILLI);
    world
        .timeline()
        .in(
            way,
            () -> {
              if (!over) {
                boolean on = read(read);
                readOn(on ? todo : List.<PollAction>of().iterator(), made + 1);
              }
            });
  }

  private boolean read(PollAction read) {
    try {
      List<PollAction> actions;
      if (read instanceof PollAction.ReadTasks tasks) {
        var rows = world.reads().tasks(tasks.ids());
        var answer = BatchAnswer.of(tasks.ids(), rows, AppConversationStartTask::id);
        actions = core.tasksRead(tasks.ids(), answer, world.now());
      } else {
        var ids = ((PollAction.ReadConversations) read).ids();
        var rows = world.reads().conversations(ids);
        var answer = BatchAnswer.of(ids, rows, AppConversation::id);
        actions = core.conversationsRead(ids, answer, world.now(), world.now());
      }
      actions.forEach(this::carryOut);
      return true;
    } catch (OpenHandsException failure) {
      return core.readFailed(failure);
    }
  }

  /** No minute may have more requests than the budget, whenever it begins. */
  private void count() {
    long now = world.now();
    requests.add(now);
    while (now - requests.getFirst() >= Nanos.MINUTE) {
      requests.removeFirst();
    }
    if (requests.size() > Protocol.POLLS_PER_MINUTE) {
      throw new BrokenPromiseException(
          Promise.WITHIN_BUDGET, requests.size() + " reads for waits in a minute");
    }
  }

  private void carryOut(PollAction action) {
    Consumer<PollAction> waiter = null;
    if (action instanceof PollAction.Conclude conclude) {
      waiter = waiters.remove(conclude.key());
    } else if (action instanceof PollAction.Expire expire) {
      waiter = waiters.remove(expire.key());
    }
    if (waiter != null) {
      waiter.accept(action);
    }
  }
}
