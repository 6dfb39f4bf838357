package io.github.openhands4j.v1.internal.message;

import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Asks the server for a message among the user's. Reads only.
 *
 * @param events the operations
 * @param calls carries them out
 */
record MessageLookUp(EventsApi events, Calls calls) {

  private static final int MOST_PAGES = 5;

  /**
   * Whether the user has said these texts since some time.
   *
   * @param likes how many equal ones are other messages
   */
  boolean isThere(
      ConversationId id, MessageText text, long likes, Instant since, Deadline deadline) {
    Set<Object> seen = new HashSet<>(); // rows that are added meanwhile shift the pages
    Map<String, Object> query =
        Map.of(
            "kind__eq", "MessageEvent",
            "timestamp__gte", since.truncatedTo(ChronoUnit.MICROS).toString(),
            "sort_order", "TIMESTAMP_DESC");
    return new Pages<>(
            query,
            MOST_PAGES,
            page ->
                calls.call(
                    OperationClass.READ,
                    LookRhythm.ofRead(calls, deadline),
                    times -> events.search(id, page, times)))
        .rows()
        .filter(text::isSaidBy)
        .filter(event -> !(event.get("id") instanceof String name) || seen.add(name))
        .skip(likes)
        .findFirst()
        .isPresent();
  }
}
