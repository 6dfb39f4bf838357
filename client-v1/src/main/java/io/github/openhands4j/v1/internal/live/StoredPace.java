package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often is looked while no sandbox runs: more and more seldom while nothing happens, and in the
 * end mostly at the conversation alone. For one thread.
 */
final class StoredPace {

  /** So many looks in a row without news are made at the first pace. */
  private static final int LIVELY = 6;

  /** The longest rest is so many times the first one. */
  private static final int SLOWEST = 6;

  /** In quiet times events are read with one of so many looks. */
  private static final int SELDOM = 5;

  /** What changes of a conversation when something happens in it. */
  private record Row(
      @Nullable SandboxStatus sandbox,
      @Nullable ConversationExecutionStatus agent,
      @Nullable Instant updated) {

    static @Nullable Row of(@Nullable AppConversation row) {
      return row == null
          ? null
          : new Row(row.sandboxStatus(), row.executionStatus(), row.updatedAt());
    }
  }

  private final Duration first;
  private @Nullable Row last;
  private int quiet;

  StoredPace(Duration first) {
    this.first = first;
  }

  /** Something happened. */
  void news() {
    quiet = 0;
  }

  /** The conversation was looked at; true if its events are to be read too. */
  boolean readsEvents(@Nullable AppConversation row) {
    Row now = Row.of(row);
    if (!Objects.equals(now, last)) {
      news();
    }
    last = now;
    quiet++;
    return quiet <= LIVELY || quiet % SELDOM == 0;
  }

  /** How long to rest until the next look. */
  Duration rest() {
    int doublings = Math.min(Math.max(quiet - LIVELY, 0), SLOWEST);
    return first.multipliedBy(Math.min(1L << doublings, SLOWEST));
  }
}
