package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartVanishedException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.core.internal.http.OwnThread;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.AppConversation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the shared poller of a client: one daemon thread, there only while something is waited
 * for. Thread-safe.
 */
public final class Poller implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.wait");

  /** A wait may be longer than nanoseconds can count. */
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  /** Who is to be told about a wait. */
  private record Waiter(
      StartHandle handle, CompletableFuture<Verdict> future, WaitListener listener) {}

  private final PollReads reads;
  private final OddWords words;
  private final TimeSource time;
  private final Executor pauses;
  private final PollCore core;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Long, Waiter> waiters = new HashMap<>();
  private long nextKey;
  private @Nullable Thread reader;
  private @Nullable Thread timer;
  private boolean closed;

  /**
   * Creates a poller without waits.
   *
   * @param reads makes the reads
   * @param budget the budget of all waits together, which other pollers may share
   * @param stirs the messages whose runs were not seen yet, which other pollers may share
   * @param words the states that were warned of, which other pollers may share
   * @param time the clock
   * @param pauses tells listeners of paused sandboxes, which may take their time
   */
  public Poller(
      PollReads reads,
      ReadBudget budget,
      Stirs stirs,
      OddWords words,
      TimeSource time,
      Executor pauses) {
    this.reads = reads;
    this.words = words;
    this.time = time;
    this.pauses = pauses;
    this.core = new PollCore(budget, stirs);
  }

  /**
   * Waits.
   *
   * @param handle the start that is waited for
   * @param state the wait's first state
   * @param limit how long
   * @param listener told what the wait sees on its way
   * @return completes with the verdict, or with the exception the wait ends with, on the thread
   *     that all waits share: what is attached to it must be quick; canceling it ends the wait
   */
  public CompletableFuture<Verdict> await(
      StartHandle handle, WaitState state, Duration limit, WaitListener listener) {
    CompletableFuture<Verdict> future = new CompletableFuture<>();
    lock.lock();
    try {
      if (closed) {
        return CompletableFuture.failedFuture(new ClientClosedException(handle, true));
      }
      ensureThreads(); // first: where there are no threads to be had, nothing may stay behind
      long key = nextKey++;
      waiters.put(key, new Waiter(handle, future, listener));
      core.add(key, new Wait(handle, limit, time.nanoTime(), state, null));
      // Whoever cancels the future ends the wait; a wait that ended by itself is gone already.
      var unused = future.whenComplete((verdict, failure) -> forget(key));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return future;
  }

  private void forget(long key) {
    lock.lock();
    try {
      core.remove(key);
      waiters.remove(key);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Starts the reader and the timer unless they run; with the lock held. */
  private void ensureThreads() {
    if (reader == null) {
      reader = started("openhands4j-poller", this::runReader);
    }
    if (timer == null) {
      timer = started("openhands4j-poller-timer", this::runTimer);
    }
  }

  private static Thread started(String name, Runnable work) {
    Thread thread = new OwnThread(name, work);
    thread.start();
    return thread;
  }

  private void runReader() {
    try {
      while (awaitTick()) {
        tick();
      }
    } finally {
      ended(() -> reader = null);
    }
  }

  /** Ends waits on time, whatever the reads are doing. */
  private void runTimer() {
    try {
      while (awaitExpiry()) {
        locked(() -> core.expire(time.nanoTime())).forEach(this::carryOut);
      }
    } finally {
      ended(() -> timer = null);
    }
  }

  /** A thread of ours has ended; if it was not meant to, another takes over. */
  private void ended(Runnable forget) {
    lock.lock();
    try {
      forget.run();
      if (!closed && core.hasWaits()) { // not so those that are only to be told their end
        ensureThreads();
      }
    } finally {
      lock.unlock();
    }
  }

  private void tick() {
    int made = 0;
    Iterator<PollAction> todo = locked(() -> core.reads(time.nanoTime())).iterator();
    boolean on = true;
    while (on && todo.hasNext()) {
      made++;
      on = read(todo.next());
    }
    int reads = made;
    locked(() -> core.endTick(reads, time.nanoTime())).forEach(this::carryOut);
  }

  private boolean awaitTick() {
    return await(() -> core.restBeforeTick(time.nanoTime()));
  }

  private boolean awaitExpiry() {
    return await(() -> core.untilExpiry(time.nanoTime()));
  }

  /** Rests as long as told; false when there is nothing left to wait for. */
  private boolean await(Supplier<@Nullable Duration> told) {
    lock.lock();
    try {
      while (true) {
        Duration rest = closed ? null : told.get();
        if (rest == null) {
          return false;
        }
        if (rest.isZero()) {
          return true;
        }
        changed.awaitNanos(
            rest.compareTo(LONGEST_REST) < 0 ? rest.toNanos() : LONGEST_REST.toNanos());
      }
    } catch (InterruptedException e) {
      return true; // by a listener, at the most: an early tick does no harm
    } finally {
      lock.unlock();
    }
  }

  /** Makes one read; false if the others of the tick are better left out. */
  private boolean read(PollAction action) {
    try {
      if (action instanceof PollAction.ReadTasks tasks) {
        var answer = reads.tasks(tasks.ids());
        answer.rows().forEach(row -> words.saw(row.status()));
        locked(() -> core.tasksRead(tasks.ids(), answer, time.nanoTime())).forEach(this::carryOut);
      } else if (action instanceof PollAction.ReadConversations conversations) {
        long begun = time.nanoTime();
        var answer = reads.conversations(conversations.ids());
        answer.rows().forEach(this::look);
        locked(() -> core.conversationsRead(conversations.ids(), answer, begun, time.nanoTime()))
            .forEach(this::carryOut);
      }
      return true;
    } catch (RuntimeException | Error failure) {
      // Whatever went wrong: this thread carries all waits and must not end.
      LOG.debug("poll failed [failure={}]", failure.toString());
      return locked(() -> core.readFailed(failure));
    }
  }

  private void look(AppConversation row) {
    words.saw(row.sandboxStatus());
    words.saw(row.executionStatus());
  }

  private void carryOut(PollAction action) {
    if (action instanceof PollAction.Report report) {
      Waiter waiter = locked(() -> waiters.get(report.key()));
      if (waiter != null) {
        tell(() -> waiter.listener().progressed(report.progress()));
      }
    } else if (action instanceof PollAction.Paused pause) {
      Waiter waiter = locked(() -> waiters.get(pause.key()));
      if (waiter != null) {
        pauses.execute(
            () ->
                tell(
                    () ->
                        waiter
                            .listener()
                            .paused(pause.sandboxId(), pause.progress(), pause.first())));
      }
    } else if (action instanceof PollAction.Conclude conclude) {
      conclude(conclude.key(), conclude.ended(), conclude.verdict());
    } else if (action instanceof PollAction.Expire expire) {
      fail(
          expire.key(),
          new WaitTimeoutException(
              expire.ended().handle(),
              expire.ended().limit(),
              expire.last().toString(),
              expire.ended().lastFailure()));
    }
  }

  private void conclude(long key, Wait ended, Verdict verdict) {
    if (verdict instanceof Verdict.StartFailed failed) {
      fail(key, new StartFailedException(ended.handle(), failed.detail(), failed.sandboxId()));
      return;
    }
    if (verdict instanceof Verdict.Vanished) {
      String last = ended.progress(time.nanoTime()).toString();
      fail(key, new StartVanishedException(ended.handle(), last));
      return;
    }
    Waiter waiter = locked(() -> waiters.get(key));
    if (waiter != null) {
      waiter.future().complete(verdict);
    }
  }

  private void fail(long key, OpenHandsException failure) {
    Waiter waiter = locked(() -> waiters.get(key));
    if (waiter != null) {
      waiter.future().completeExceptionally(failure);
    }
  }

  private static void tell(Runnable listener) {
    Listeners.tell(listener);
    if (Thread.interrupted()) {
      LOG.warn("a progress listener interrupted the thread that all waits share");
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waits with {@link ClientClosedException}, each with its handle. */
  @Override
  public void close() {
    List<Waiter> open;
    lock.lock();
    try {
      closed = true;
      open = List.copyOf(waiters.values());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    open.forEach(
        waiter ->
            waiter
                .future()
                .completeExceptionally(new ClientClosedException(waiter.handle(), true)));
  }
}
