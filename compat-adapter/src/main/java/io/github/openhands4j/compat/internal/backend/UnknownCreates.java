package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v1.Start;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Creates that ended in an unknown outcome. Callers of V0 often wrap a create in a loop of their
 * own; each of these takes the sting out of one equal create that follows within a quarter of an
 * hour. Of the request only a digest is kept; a start that was taken keeps what the server said of
 * it. Thread-safe.
 */
final class UnknownCreates {

  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final int MOST = 1_000;

  private record Unknown(CreateDigest digest, Supplier<Start> find, long nanos) {}

  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Unknown> creates = new ArrayDeque<>();

  UnknownCreates(TimeSource time) {
    this.time = time;
  }

  /** A create ended without its outcome; {@code find} asks for it. */
  void add(CreateConversationRequest request, Supplier<Start> find) {
    CreateDigest digest = CreateDigest.of(request);
    lock.lock();
    try {
      dropOld();
      creates.addLast(new Unknown(digest, find, time.nanoTime()));
      if (creates.size() > MOST) {
        creates.removeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is one that still counts. */
  boolean isAny() {
    lock.lock();
    try {
      dropOld();
      return !creates.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private void dropOld() {
    long now = time.nanoTime();
    creates.removeIf(unknown -> now - unknown.nanos() > KEPT.toNanos());
  }

  /** The oldest equal create of the last quarter of an hour; nobody else gets it. */
  Optional<Supplier<Start>> take(CreateConversationRequest request) {
    if (!isAny()) {
      return Optional.empty();
    }
    CreateDigest digest = CreateDigest.of(request);
    lock.lock();
    try {
      dropOld();
      for (Iterator<Unknown> each = creates.iterator(); each.hasNext(); ) {
        Unknown unknown = each.next();
        if (unknown.digest().equals(digest)) {
          each.remove();
          return Optional.of(unknown.find());
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }
}
