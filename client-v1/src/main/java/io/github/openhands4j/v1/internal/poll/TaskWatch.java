package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a start task has come, and since when it has shown no sign of life. A server that was
 * killed in the middle of a start leaves its task as it was for ever.
 *
 * @param status the status last seen, or null
 * @param updatedAt when the server last changed it, or null
 * @param sinceNanos since when both have been the same, as a monotonic reading
 * @param stalled whether that is suspiciously long
 * @param furthest the place of the furthest phase seen, or -1
 */
record TaskWatch(
    @Nullable AppConversationStartTaskStatus status,
    @Nullable Instant updatedAt,
    long sinceNanos,
    boolean stalled,
    int furthest) {

  static final TaskWatch NOTHING_SEEN = new TaskWatch(null, null, 0, false, -1);

  /** Phases of a start in their order; an end comes after all others. */
  private static final List<AppConversationStartTaskStatus> ORDER =
      List.of(
          AppConversationStartTaskStatus.WORKING,
          AppConversationStartTaskStatus.WAITING_FOR_SANDBOX,
          AppConversationStartTaskStatus.PREPARING_REPOSITORY,
          AppConversationStartTaskStatus.RUNNING_SETUP_SCRIPT,
          AppConversationStartTaskStatus.SETTING_UP_GIT_HOOKS,
          AppConversationStartTaskStatus.SETTING_UP_SKILLS,
          AppConversationStartTaskStatus.STARTING_CONVERSATION,
          AppConversationStartTaskStatus.ERROR,
          AppConversationStartTaskStatus.READY);

  /** The server gives a sandbox 120 s; after that a start that works has changed its status. */
  private static final Duration LIVELY = Duration.ofSeconds(150);

  TaskWatch seen(
      @Nullable AppConversationStartTaskStatus status, @Nullable Instant updatedAt, long nowNanos) {
    boolean same = Objects.equals(status, this.status) && Objects.equals(updatedAt, this.updatedAt);
    int reached = Math.max(furthest, placeOf(status));
    return same
        ? new TaskWatch(
            status, updatedAt, sinceNanos, nowNanos - sinceNanos >= LIVELY.toNanos(), reached)
        : new TaskWatch(status, updatedAt, nowNanos, false, reached);
  }

  /**
   * Whether a later phase was seen before: replicas lag. Of a word of tomorrow that is not known.
   */
  boolean isPast(@Nullable AppConversationStartTaskStatus status) {
    int place = placeOf(status);
    return place >= 0 && place < furthest;
  }

  private static int placeOf(@Nullable AppConversationStartTaskStatus status) {
    return status == null ? -1 : ORDER.indexOf(status);
  }
}
