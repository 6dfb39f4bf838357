package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /api/v1/conversations/{conversation_id}/pending-messages}: the id is any text, and
 * only two forms of it are ever delivered.
 */
final class PendingMessageRoutes {

  private static final int MOST = 10;

  private final Map<String, Integer> queued = new LinkedHashMap<>();

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.withBody(
            "POST", "/api/v1/conversations/{conversation_id}/pending-messages", this::queue));
  }

  private Reply queue(Exchange call) {
    JsonNode body = call.body();
    if (!body.isObject()) {
      return Reply.detail(400, "Invalid request body");
    }
    if (!body.path("content").isArray() || body.path("content").isEmpty()) {
      return Reply.detail(400, "content must be a non-empty list");
    }
    String key = call.pathValue("conversation_id");
    int before = queued.getOrDefault(key, 0);
    if (before >= MOST) {
      return Reply.detail(429, "Too many pending messages. Maximum 10 messages per conversation.");
    }
    queued.put(key, before + 1);
    return Reply.json(
        201,
        Json.object()
            .put("id", Uuids.dashed(Uuids.random()))
            .put("queued", true)
            .put("position", before + 1));
  }
}
