package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code GET}, {@code PATCH} and {@code DELETE /api/conversations/{id}}. */
final class RecordRoutes {

  private static final int LONGEST_TITLE = 200;
  private static final List<String> TITLE = List.of("body", "title");

  private final Store store;

  RecordRoutes(Store store) {
    this.store = store;
  }

  V0Reply get(String id) {
    Optional<Conversation> found = store.find(id);
    JsonNode json = found.<JsonNode>map(Conversation::toJson).orElse(Json.MAPPER.nullNode());
    found.ifPresent(Conversation::looked);
    return V0Reply.json(200, json);
  }

  V0Reply rename(String id, V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = JsonBody.of(request, problems);
    if (problems.isEmpty()) {
      check(body, problems);
    }
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return V0Reply.json(404, Answers.error("Conversation not found", "CONVERSATION$NOT_FOUND"));
    }
    found.get().rename(body.get("title").asText().strip(), store.timestamp());
    return V0Reply.json(200, Json.of(true));
  }

  private static void check(ObjectNode body, Problems problems) {
    JsonNode title = body.path("title");
    if (title.isMissingNode()) {
      problems.missing(TITLE, body);
    } else if (!title.isTextual()) {
      problems.notText(TITLE, title);
    } else if (title.asText().isEmpty()) {
      problems
          .add("string_too_short", TITLE, "String should have at least 1 character", title)
          .set("ctx", Json.object().put("min_length", 1));
    } else if (title.asText().codePoints().count() > LONGEST_TITLE) {
      problems
          .add("string_too_long", TITLE, "String should have at most 200 characters", title)
          .set("ctx", Json.object().put("max_length", LONGEST_TITLE));
    }
    body.fieldNames()
        .forEachRemaining(
            key -> {
              if (!key.equals("title")) {
                problems.extra(List.of("body", key), body.get(key));
              }
            });
  }

  V0Reply delete(String id) {
    return V0Reply.json(200, Json.of(store.remove(id)));
  }
}
