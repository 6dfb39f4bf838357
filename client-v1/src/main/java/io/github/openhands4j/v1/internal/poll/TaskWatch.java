package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a start task has come, and since when it has shown no sign of life. A server that was
 * killed in the middle of a start leaves its task as it was for ever. Rows of a replica that lags
 * are neither news nor a sign of life.
 *
 * @param status the status that was the last sign of life, or null
 * @param updatedAt when the server changed the task to it, or null
 * @param sinceNanos since when nothing later was seen, as a monotonic reading; null if nothing was
 *     seen
 * @param stalled whether that is suspiciously long
 * @param furthest the place of the furthest phase seen, or -1
 * @param odd the words seen that this release does not know
 */
record TaskWatch(
    @Nullable AppConversationStartTaskStatus status,
    @Nullable Instant updatedAt,
    @Nullable Long sinceNanos,
    boolean stalled,
    int furthest,
    List<AppConversationStartTaskStatus> odd) {

  static final TaskWatch NOTHING_SEEN = new TaskWatch(null, null, null, false, -1, List.of());

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

  /** Of a server that never says the same twice, no more words than this are news. */
  private static final int MOST_ODD = 16;

  TaskWatch seen(
      @Nullable AppConversationStartTaskStatus status, @Nullable Instant updatedAt, long nowNanos) {
    int reached = Math.max(furthest, placeOf(status));
    List<AppConversationStartTaskStatus> words =
        status != null && isNews(status) ? withOdd(status) : odd;
    if (sinceNanos == null || isLater(status, updatedAt)) {
      return new TaskWatch(status, updatedAt, nowNanos, false, reached, words);
    }
    boolean tooLong = nowNanos - sinceNanos >= LIVELY.toNanos();
    return new TaskWatch(this.status, this.updatedAt, sinceNanos, tooLong, reached, words);
  }

  /**
   * Whether a status tells something new: a phase that is further than all seen before, or a word
   * of tomorrow that was not seen before.
   */
  boolean isNews(@Nullable AppConversationStartTaskStatus status) {
    if (status == null) {
      return false;
    }
    int place = placeOf(status);
    return place >= 0 ? place > furthest : odd.size() < MOST_ODD && !odd.contains(status);
  }

  /**
   * Whether the server changed the task since; the times decide where both are known. A word that
   * has no place is later only once: replicas may alternate between it and another.
   */
  private boolean isLater(
      @Nullable AppConversationStartTaskStatus status, @Nullable Instant updatedAt) {
    if (updatedAt != null && this.updatedAt != null && !updatedAt.equals(this.updatedAt)) {
      return updatedAt.isAfter(this.updatedAt);
    }
    boolean same = Objects.equals(status, this.status) && Objects.equals(updatedAt, this.updatedAt);
    int place = placeOf(status);
    return !same && (place < 0 ? isNews(status) : place >= furthest);
  }

  private List<AppConversationStartTaskStatus> withOdd(AppConversationStartTaskStatus status) {
    if (placeOf(status) >= 0) {
      return odd;
    }
    List<AppConversationStartTaskStatus> words = new ArrayList<>(odd);
    words.add(status);
    return List.copyOf(words);
  }

  private static int placeOf(@Nullable AppConversationStartTaskStatus status) {
    return status == null ? -1 : ORDER.indexOf(status);
  }
}
