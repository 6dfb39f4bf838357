package io.github.openhands4j.v1.internal.message;

import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.api.EventsApi;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Asks the server for a message among the user's. Reads only.
 *
 * @param events the operations
 * @param calls carries them out
 */
record MessageLookUp(EventsApi events, Calls calls) {

  private static final int MOST_PAGES = 5;

  /** Whether the user has said these texts since some time. */
  boolean isThere(ConversationId id, MessageText text, Instant since, Deadline deadline) {
    Map<String, Object> query =
        Map.of(
            "kind__eq", "MessageEvent",
            "timestamp__gte", since.truncatedTo(ChronoUnit.MICROS).toString(),
            "sort_order", "TIMESTAMP_DESC");
    return new Pages<>(
            query,
            MOST_PAGES,
            page ->
                calls.call(OperationClass.READ, deadline, times -> events.search(id, page, times)))
        .rows()
        .anyMatch(text::isSaidBy);
  }
}
