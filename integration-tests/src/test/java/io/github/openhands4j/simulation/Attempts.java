package io.github.openhands4j.simulation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller is thrown must lead to what every attempt ended with. */
final class Attempts {

  private Attempts() {}

  /**
   * Each attempt is a cause, or suppressed, at any depth; throws {@link BrokenPromiseException} if
   * not.
   */
  static void requireKept(Collection<? extends Throwable> attempts, Throwable thrown) {
    Set<Throwable> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> left = new ArrayDeque<>();
    left.add(thrown);
    while (!left.isEmpty()) {
      Throwable next = left.remove();
      if (kept.add(next)) {
        add(left, next.getCause());
        for (Throwable suppressed : next.getSuppressed()) {
          add(left, suppressed);
        }
      }
    }
    for (Throwable attempt : attempts) {
      if (!kept.contains(attempt)) {
        throw new BrokenPromiseException(
            Promise.CAUSE_KEPT, "nothing of " + thrown + " leads to the attempt " + attempt);
      }
    }
  }

  private static void add(Deque<Throwable> left, @Nullable Throwable next) {
    if (next != null) {
      left.add(next);
    }
  }
}
