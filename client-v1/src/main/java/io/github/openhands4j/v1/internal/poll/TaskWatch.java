package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Since when a start task has shown no sign of life. A server that was killed in the middle of a
 * start leaves its task as it was for ever.
 *
 * @param status the status last seen, or null
 * @param updatedAt when the server last changed it, or null
 * @param sinceNanos since when both have been the same, as a monotonic reading
 * @param stalled whether that is suspiciously long
 */
record TaskWatch(
    @Nullable AppConversationStartTaskStatus status,
    @Nullable Instant updatedAt,
    long sinceNanos,
    boolean stalled) {

  static final TaskWatch NOTHING_SEEN = new TaskWatch(null, null, 0, false);

  /** The server gives a sandbox 120 s; after that a start that works has changed its status. */
  private static final Duration LIVELY = Duration.ofSeconds(150);

  TaskWatch seen(
      @Nullable AppConversationStartTaskStatus status, @Nullable Instant updatedAt, long nowNanos) {
    boolean same = Objects.equals(status, this.status) && Objects.equals(updatedAt, this.updatedAt);
    return same
        ? new TaskWatch(status, updatedAt, sinceNanos, nowNanos - sinceNanos >= LIVELY.toNanos())
        : new TaskWatch(status, updatedAt, nowNanos, false);
  }
}
