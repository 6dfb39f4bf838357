package io.github.openhands4j.v1.internal.message;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.v1.api.EventsApi;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Map<String, Object> query = new HashMap<>();
    query.put("kind__eq", "MessageEvent");
    query.put("timestamp__gte", since.truncatedTo(ChronoUnit.MICROS).toString());
    query.put("sort_order", "TIMESTAMP_DESC");
    Set<String> seenTokens = new HashSet<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<Map<String, @Nullable Object>> rows =
          calls.call(OperationClass.READ, deadline, times -> events.search(id, query, times));
      if (rows.items().stream().anyMatch(event -> event != null && text.isSaidBy(event))) {
        return true;
      }
      String next = rows.nextPageToken();
      if (next == null || !seenTokens.add(next)) {
        return false;
      }
      query.put("page_id", next);
    }
    return false;
  }
}
