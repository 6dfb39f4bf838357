package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.RecordedExchange;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a recording PATCHed, to tell what the server lost of it: titles and reports of the agent
 * make it write records as it read them before.
 */
final class Patches {

  private final Map<String, Map<String, JsonNode>> byConversation = new HashMap<>();

  /** Notes the fields of a PATCH that went well. */
  void note(RecordedExchange exchange) {
    if (exchange.method().equals("PATCH") && exchange.status() == 200) {
      String id = Answers.parsed(exchange.body()).path("id").asText();
      JsonNode sent = Answers.parsed(exchange.requestBody());
      Map<String, JsonNode> fields = byConversation.computeIfAbsent(id, any -> new HashMap<>());
      sent.fieldNames().forEachRemaining(name -> fields.put(name, sent.path(name)));
    }
  }

  /** Names the fields that do not show what was PATCHed last. */
  void lostBy(JsonNode conversation, Consumer<String> forget) {
    byConversation
        .getOrDefault(conversation.path("id").asText(), Map.of())
        .forEach(
            (name, sent) -> {
              if (conversation.has(name) && conversation.path(name).isNull() != sent.isNull()) {
                forget.accept(name);
              }
            });
  }
}
