package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What became of starts, as the server tells it. Thread-safe. A start is waited for by {@link
 * Start}; this is for looking around.
 */
public interface StartTasks {

  /**
   * Reads a start task ({@code GET /api/v1/app-conversations/start-tasks?ids=}). May be repeated.
   *
   * @param id the task; never the id of a conversation
   * @return the task, or empty if the id is unknown to this account
   * @throws OpenHandsException if the call fails
   */
  Optional<AppConversationStartTask> get(StartTaskId id);

  /**
   * Reads many start tasks, 99 in a request. May be repeated.
   *
   * @param ids the tasks
   * @return those that are known, in the order asked for; one that cannot be read is left out and
   *     logged
   * @throws OpenHandsException if a call fails
   */
  Map<StartTaskId, AppConversationStartTask> getAll(Collection<StartTaskId> ids);

  /**
   * Lists start tasks ({@code GET /api/v1/app-conversations/start-tasks/search}). May be repeated.
   *
   * @param query filters and order
   * @return the tasks, read page by page, newest first unless asked otherwise
   */
  Paged<AppConversationStartTask> list(StartTaskQuery query);

  /**
   * Counts start tasks ({@code GET /api/v1/app-conversations/start-tasks/count}). May be repeated.
   *
   * @param query filters; its order does not matter
   * @return how many there are
   * @throws OpenHandsException if the call fails
   */
  long count(StartTaskQuery query);
}
