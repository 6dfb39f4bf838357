package io.github.openhands4j.v1.internal.live;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Who waits until everything was told that was there when they asked. Thread-safe. */
final class LiveWishes {

  /** A limit may be longer than nanoseconds can count. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final SortedMap<Long, CompletableFuture<Boolean>> open = new TreeMap<>();
  private long latest;
  private boolean over;

  /**
   * Makes a wish and waits for it.
   *
   * @param limit how long
   * @param made rings once the wish is there
   * @return false if the time was over before, or the subscription ended
   */
  boolean await(Duration limit, Runnable made) throws InterruptedException {
    long nanos = bounded(limit);
    CompletableFuture<Boolean> wish = add();
    try {
      made.run();
      return wish.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      drop(wish);
    }
  }

  private static long bounded(Duration limit) {
    if (limit.isNegative()) {
      return 0;
    }
    return limit.compareTo(LONGEST) < 0 ? limit.toNanos() : LONGEST.toNanos();
  }

  private synchronized CompletableFuture<Boolean> add() {
    CompletableFuture<Boolean> wish = new CompletableFuture<>();
    if (over) {
      wish.complete(false);
    } else {
      open.put(++latest, wish);
    }
    return wish;
  }

  private synchronized void drop(CompletableFuture<Boolean> wish) {
    open.values().removeIf(each -> each == wish);
  }

  synchronized boolean any() {
    return !open.isEmpty();
  }

  /** The number of the latest wish: a read that begins now has what all up to it are about. */
  synchronized long latest() {
    return latest;
  }

  /** What a read that began with this number as the latest has was told. */
  void grant(long upTo) {
    List<CompletableFuture<Boolean>> granted;
    synchronized (this) {
      SortedMap<Long, CompletableFuture<Boolean>> all = open.headMap(upTo + 1);
      granted = List.copyOf(all.values());
      all.clear();
    }
    granted.forEach(wish -> wish.complete(true));
  }

  /** Nothing is told any more. */
  void end() {
    List<CompletableFuture<Boolean>> all;
    synchronized (this) {
      over = true;
      all = List.copyOf(open.values());
      open.clear();
    }
    all.forEach(wish -> wish.complete(false));
  }
}
