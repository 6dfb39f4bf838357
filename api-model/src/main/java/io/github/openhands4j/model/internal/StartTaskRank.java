package io.github.openhands4j.model.internal;

import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import java.util.Comparator;

/**
 * Which of several start tasks of one conversation says how its start stands. A start that
 * something on the way sent twice has two, and the one that failed must not hide the one that runs.
 */
public final class StartTaskRank {

  /** The one that counts first; those of the same rank in the order in which they came. */
  public static final Comparator<AppConversationStartTask> BEST_FIRST =
      Comparator.comparingInt(StartTaskRank::of);

  private StartTaskRank() {}

  /** READY before one that has not ended before ERROR. */
  private static int of(AppConversationStartTask task) {
    if (AppConversationStartTaskStatus.READY.equals(task.status())) {
      return 0;
    }
    return AppConversationStartTaskStatus.ERROR.equals(task.status()) ? 2 : 1;
  }
}
