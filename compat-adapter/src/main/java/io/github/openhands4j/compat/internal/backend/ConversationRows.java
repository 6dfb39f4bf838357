package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.api.V1Api;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads rows of conversations. */
record ConversationRows(V1Api api, Calls calls) {

  private static final String OPERATION = "GET /api/v1/app-conversations";

  /** Reads that share their requests. */
  static SharedReads<ConversationId, AppConversation> shared(
      V1Api api, Calls calls, TimeSource time, Duration readTimeout) {
    return new SharedReads<>(OPERATION, new ConversationRows(api, calls)::read, time, readTimeout);
  }

  private Map<ConversationId, AppConversation> read(List<ConversationId> ids, Deadline deadline) {
    Map<ConversationId, AppConversation> rows = new HashMap<>();
    calls
        .call(OperationClass.READ, deadline, times -> api.appConversations().batchGet(ids, times))
        .forEach(
            row -> {
              if (row != null) {
                rows.put(row.id(), row);
              }
            });
    return rows;
  }
}
