package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/conversations/{id}/start}, {@code …/stop} and {@code …/message}. */
final class RunRoutes {

  private final Store store;

  RunRoutes(Store store) {
    this.store = store;
  }

  V0Reply start(String id, V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = JsonBody.of(request, problems);
    checkProviders(body.path("providers_set"), problems);
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return V0Reply.json(404, Json.object().put("status", "error").put("conversation_id", id));
    }
    Conversation conversation = found.get();
    conversation.looked();
    if (!conversation.isUp()) {
      conversation.moveTo(Conversation.STARTING);
    }
    return V0Reply.json(200, Answers.ok(id, null, conversation.status()));
  }

  private static void checkProviders(JsonNode providers, Problems problems) {
    if (providers.isMissingNode() || providers.isNull()) {
      return;
    }
    if (!providers.isArray()) {
      problems.notList(List.of("body", "providers_set"), providers);
    }
    for (int i = 0; i < providers.size() && providers.isArray(); i++) {
      if (!Words.PROVIDERS.contains(providers.get(i).asText())) {
        problems.notAWord(List.of("body", "providers_set", i), providers.get(i), Words.PROVIDERS);
      }
    }
  }

  V0Reply stop(String id) {
    Optional<Conversation> running = store.find(id).filter(Conversation::isUp);
    if (running.isEmpty()) {
      return V0Reply.json(
          200, Answers.ok(id, "Conversation was not running", Conversation.STOPPED));
    }
    String before = running.get().status();
    running.get().moveTo(Conversation.STOPPED);
    return V0Reply.json(200, Answers.ok(id, "Conversation stopped successfully", before));
  }

  V0Reply message(String id, V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = JsonBody.of(request, problems);
    JsonNode message = body.path("message");
    if (problems.isEmpty() && message.isMissingNode()) {
      problems.missing(List.of("body", "message"), body);
    } else if (problems.isEmpty() && !message.isTextual()) {
      problems.notText(List.of("body", "message"), message);
    }
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    if (!found.get().isUp()) {
      return V0Reply.json(
          500,
          Json.object()
              .put("success", false)
              .put("error", "Error adding message to conversation: no_conversation:" + id));
    }
    found.get().addMessage(message.asText());
    return V0Reply.json(200, Json.object().put("success", true));
  }
}
