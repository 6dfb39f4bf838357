package io.github.openhands4j.demo;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What a server's own records say of the starts it has seen. */
final class StartTasks {

  private static final Duration CLOCK_MARGIN = Duration.ofMinutes(15);

  private StartTasks() {}

  /** How many starts of a conversation the server has taken since a time. */
  static int count(OpenHandsClient client, ConversationId id, Instant since) {
    Map<String, Object> query = new HashMap<>();
    query.put("created_at__gte", since.minus(CLOCK_MARGIN).toString());
    int starts = 0;
    while (true) {
      Page<AppConversationStartTask> page = client.api().startTasks().search(query, null);
      starts +=
          (int)
              page.items().stream()
                  .filter(t -> t.request() != null && id.equals(t.request().conversationId()))
                  .count();
      if (page.nextPageToken() == null) {
        return starts;
      }
      query.put("page_id", page.nextPageToken());
    }
  }
}
