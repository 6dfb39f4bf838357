package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.StartTaskQuery;
import io.github.openhands4j.v1.StartTasks;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import io.github.openhands4j.v1.internal.page.QueryParameters;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Start tasks over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 */
record DefaultStartTasks(StartTasksApi api, Calls calls) implements StartTasks {

  @Override
  public Optional<AppConversationStartTask> get(StartTaskId id) {
    return new BatchReads(calls).one(id, AppConversationStartTask::id, api::batchGet);
  }

  @Override
  public Map<StartTaskId, AppConversationStartTask> getAll(Collection<StartTaskId> ids) {
    return new BatchReads(calls).all(ids, AppConversationStartTask::id, api::batchGet);
  }

  @Override
  public Paged<AppConversationStartTask> list(StartTaskQuery query) {
    return new PagedCalls<>(
        QueryParameters.ofSearch(query),
        AppConversationStartTask::id,
        page -> calls.call(OperationClass.READ, times -> api.search(page, times)));
  }

  @Override
  public long count(StartTaskQuery query) {
    Map<String, Object> parameters = QueryParameters.ofCount(query);
    return calls.call(OperationClass.READ, times -> api.count(parameters, times));
  }
}
