package io.github.openhands4j.v1.api;

import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/app-conversations/start-tasks}. */
public interface StartTasksApi {

  /**
   * {@code GET /api/v1/app-conversations/start-tasks?ids=}.
   *
   * @param ids 1 to 100 ids
   * @param options times of this call, or null
   * @return the tasks in the order asked for, null for an unknown one; a row of another form throws
   *     {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/app-conversations/start-tasks?ids={ids}")
  List<@Nullable AppConversationStartTask> batchGet(
      @Param("ids") List<StartTaskId> ids, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations/start-tasks/search}. The filter {@code
   * conversation_id__eq} finds finished starts only.
   *
   * @param query parameters by wire name, for example {@code created_at__gte}, {@code sort_order}
   * @param options times of this call, or null
   * @return one page, newest first unless asked otherwise
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/app-conversations/start-tasks/search")
  Page<AppConversationStartTask> search(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations/start-tasks/count}.
   *
   * @param query the filters of {@code search}
   * @param options times of this call, or null
   * @return how many tasks there are
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/app-conversations/start-tasks/count")
  Long count(@QueryMap Map<String, Object> query, Request.@Nullable Options options);
}
