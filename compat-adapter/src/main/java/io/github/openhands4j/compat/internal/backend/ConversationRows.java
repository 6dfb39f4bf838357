package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.api.V1Api;
import java.time.Duration;

/** Reads rows of conversations. */
final class ConversationRows {

  private static final String OPERATION = "GET /api/v1/app-conversations";

  private ConversationRows() {}

  /** Reads that share their requests, each of which leaves when it is its turn. */
  static SharedReads<ConversationId, AppConversation> shared(
      V1Api api, Calls calls, SharedReads.Turn turn, TimeSource time, Duration readTimeout) {
    return new SharedReads<>(
        OPERATION,
        (ids, deadline) ->
            calls.call(
                OperationClass.READ,
                deadline,
                times -> api.appConversations().batchGet(ids, times)),
        AppConversation::id,
        turn,
        time,
        readTimeout);
  }
}
