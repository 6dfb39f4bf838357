package io.github.openhands4j.core.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the calls of interrupted threads, since a thread that is blocked in a socket does not notice
 * by itself. One daemon thread looks at the calls of the whole process, a hundred times a second
 * while there are any; it ends when there were none for two seconds. Thread-safe.
 */
final class InterruptWatch {

  static final InterruptWatch OF_PROCESS = new InterruptWatch();

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");
  private static final long LOOK = Duration.ofMillis(10).toNanos();
  private static final long IDLE = Duration.ofSeconds(2).toNanos();

  private final Map<Thread, Call> inFlight = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Thread> watcher = new AtomicReference<>();

  private InterruptWatch() {}

  /**
   * The calling thread begins to wait for a call.
   *
   * @return the call that it is waiting for already, to be given back in the end
   */
  @Nullable Call begin(Call call) {
    Thread caller = Thread.currentThread();
    Call outer = inFlight.put(caller, call);
    if (isWatched(caller) && watcher.get() == null) {
      startWatcher();
    }
    return outer;
  }

  /** The calling thread does not wait any more. */
  void end(@Nullable Call outer) {
    if (outer == null) {
      inFlight.remove(Thread.currentThread());
    } else {
      inFlight.put(Thread.currentThread(), outer);
    }
  }

  /** The call that the calling thread waits for, if any. */
  @Nullable Call ofThisThread() {
    return inFlight.get(Thread.currentThread());
  }

  private void startWatcher() {
    OwnThread thread = new OwnThread("openhands4j-interrupts", this::watch);
    if (watcher.compareAndSet(null, thread)) {
      try {
        thread.start();
      } catch (OutOfMemoryError noThread) {
        watcher.set(null); // the call still has its deadline
      }
    }
  }

  private void watch() {
    long used = System.nanoTime();
    do {
      LockSupport.parkNanos(LOOK);
      if (look()) {
        used = System.nanoTime();
      }
    } while (System.nanoTime() - used < IDLE || !hasEnded());
  }

  /** Whether there was anything to look at. */
  private boolean look() {
    boolean any = false;
    for (Map.Entry<Thread, Call> waiting : inFlight.entrySet()) {
      if (isWatched(waiting.getKey())) {
        any = true;
        if (waiting.getKey().isInterrupted()) {
          cancel(waiting.getValue());
        }
      }
    }
    return any;
  }

  /** Leaves the place to another, unless somebody came meanwhile who relies on this one. */
  private boolean hasEnded() {
    watcher.set(null);
    return inFlight.keySet().stream().noneMatch(InterruptWatch::isWatched)
        || !watcher.compareAndSet(null, Thread.currentThread());
  }

  private static void cancel(Call call) {
    try {
      call.cancel();
    } catch (RuntimeException e) {
      LOG.debug("a call could not be canceled", e); // the others still need this thread
    }
  }

  private static boolean isWatched(Thread thread) {
    return !(thread instanceof OwnThread);
  }
}
