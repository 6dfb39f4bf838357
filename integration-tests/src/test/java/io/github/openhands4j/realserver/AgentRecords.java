package io.github.openhands4j.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What the agent server in a sandbox has recorded of a conversation: the last word on which
 * messages arrived.
 *
 * @param events its events, oldest first
 */
record AgentRecords(List<JsonNode> events) {

  static AgentRecords read(URI conversation, String key) {
    List<JsonNode> events = new ArrayList<>();
    new ServerAccess(conversation, key)
        .get(conversation.getPath() + "/events/search?limit=100")
        .path("items")
        .forEach(events::add);
    return new AgentRecords(events);
  }

  /** The texts of the user's messages, in order. */
  List<String> userMessages() {
    return events.stream()
        .filter(event -> event.path("kind").asText().equals("MessageEvent"))
        .filter(event -> event.path("source").asText().equals("user"))
        .map(event -> event.path("llm_message").path("content").path(0).path("text").asText())
        .toList();
  }

  /** Everything of one kind of event, as JSON. */
  String all(String kind) {
    return events.stream()
        .filter(event -> event.path("kind").asText().equals(kind))
        .toList()
        .toString();
  }
}
