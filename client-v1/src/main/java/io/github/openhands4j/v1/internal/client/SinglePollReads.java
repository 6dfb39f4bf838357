package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.poll.PollReads;
import java.util.List;

/**
 * The poller's reads, one request each.
 *
 * @param api the operations
 * @param options give the time of a read
 */
record SinglePollReads(V1Api api, ClientOptions options) implements PollReads {

  @Override
  public BatchAnswer<StartTaskId, AppConversationStartTask> tasks(List<StartTaskId> ids) {
    return BatchAnswer.of(
        ids,
        api.startTasks().batchGet(ids, CallTimes.within(options, options.readTimeout())),
        AppConversationStartTask::id);
  }

  @Override
  public BatchAnswer<ConversationId, AppConversation> conversations(List<ConversationId> ids) {
    return BatchAnswer.of(
        ids,
        api.appConversations().batchGet(ids, CallTimes.within(options, options.readTimeout())),
        AppConversation::id);
  }
}
