package io.github.openhands4j.v1.internal.live;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Who waits until everything was told that was there when they asked. Thread-safe. */
final class LiveWishes {

  private final SortedMap<Long, CompletableFuture<Boolean>> open = new TreeMap<>();
  private long latest;
  private boolean over;

  /** A wish; its answer is false if the subscription ends before. */
  synchronized CompletableFuture<Boolean> add() {
    CompletableFuture<Boolean> wish = new CompletableFuture<>();
    if (over) {
      wish.complete(false);
    } else {
      open.put(++latest, wish);
    }
    return wish;
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
