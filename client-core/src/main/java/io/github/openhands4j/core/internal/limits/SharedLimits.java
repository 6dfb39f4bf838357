package io.github.openhands4j.core.internal.limits;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What all clients with the same server and key share. The lowest limits of the clients that are
 * open hold; a client that nobody holds any more counts as closed. Thread-safe.
 */
final class SharedLimits {

  /** How a wait for a turn ended. */
  enum State {
    /** The request may be sent. */
    TAKEN,
    /** The turn would come too late. */
    TOO_LATE,
    /** The client was closed. */
    CLOSED
  }

  /**
   * A turn.
   *
   * @param untilTurn how far away it is
   * @param waited how long it was waited for
   */
  record Turn(State state, Duration untilTurn, Duration waited) {}

  private static final Turn AT_ONCE = new Turn(State.TAKEN, Duration.ZERO, Duration.ZERO);
  private static final RequestLimits NONE = new RequestLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final TimeSource time;
  private final RetryTokens retryTokens = new RetryTokens();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final RequestQueue queue = new RequestQueue();
  private final Map<RequestPass, RequestLimits> open = new WeakHashMap<>();
  private @Nullable RequestLimits lowest;
  private int countedFor;
  private long usedNanos;

  SharedLimits(TimeSource time) {
    this.time = time;
    usedNanos = time.nanoTime();
  }

  RetryTokens retryTokens() {
    return retryTokens;
  }

  void open(RequestPass pass, RequestLimits limits) {
    lock.lock();
    try {
      usedNanos = time.nanoTime();
      open.put(pass, limits);
      lowest = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void close(RequestPass pass) {
    lock.lock();
    try {
      open.remove(pass);
      lowest = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether no client is left, and none has sent anything for a while. */
  boolean isUnusedFor(Duration span) {
    lock.lock();
    try {
      return open.isEmpty() && time.nanoTime() - usedNanos >= span.toNanos();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a turn and takes it, unless it would come later than the limit. */
  Turn await(RequestPass pass, boolean write, Duration limit) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return open.containsKey(pass) && departAtOnce() ? AT_ONCE : queued(pass, write, limit);
    } finally {
      lock.unlock();
    }
  }

  private boolean departAtOnce() {
    long now = time.nanoTime();
    boolean free = queue.departAtOnce(lowest(), now);
    if (free) {
      usedNanos = now;
    }
    return free;
  }

  private Turn queued(RequestPass pass, boolean write, Duration limit) throws InterruptedException {
    RequestQueue.Place place = queue.join(write);
    try {
      long begun = time.nanoTime();
      if (write) {
        changed.signalAll(); // those it overtakes may come too late now
      }
      while (true) {
        long now = time.nanoTime();
        Duration waited = Duration.ofNanos(now - begun);
        if (!open.containsKey(pass)) {
          return new Turn(State.CLOSED, Duration.ZERO, waited);
        }
        Duration rest = Duration.ofNanos(queue.turn(place, lowest(), now) - now);
        if (rest.isZero()) {
          queue.depart(place, now);
          usedNanos = now;
          return new Turn(State.TAKEN, rest, waited);
        }
        if (rest.compareTo(limit.minus(waited)) >= 0) {
          return new Turn(State.TOO_LATE, rest, waited);
        }
        changed.awaitNanos(rest.toNanos());
      }
    } finally {
      if (queue.leave(place)) {
        changed.signalAll(); // those behind it may go earlier now
      }
    }
  }

  private RequestLimits lowest() {
    RequestLimits known = lowest;
    if (known == null || countedFor != open.size()) { // some may have been forgotten
      known = open.values().stream().reduce(NONE, RequestLimits::lowerOf);
      lowest = known;
      countedFor = open.size();
    }
    return known;
  }
}
