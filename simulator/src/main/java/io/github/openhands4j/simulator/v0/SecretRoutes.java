package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /api/secrets}. */
final class SecretRoutes {

  private final SecretShelf shelf;

  SecretRoutes(SecretShelf shelf) {
    this.shelf = shelf;
  }

  V0Reply list() {
    ObjectNode answer = Json.object();
    ArrayNode rows = answer.putArray("custom_secrets");
    shelf
        .all()
        .forEach(
            (name, kept) ->
                rows.addObject().put("name", name).put("description", kept.description()));
    return V0Reply.json(200, answer);
  }

  V0Reply create(V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = body(request, problems, "name", "value");
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    String name = body.path("name").asText();
    if (shelf.all().containsKey(name)) {
      return V0Reply.json(400, message("Secret " + name + " already exists"));
    }
    shelf.put(name, new SecretShelf.Kept(body.path("value").asText(), description(body)));
    return V0Reply.json(201, message("Secret created successfully"));
  }

  V0Reply update(String name, V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = body(request, problems, "name");
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    if (shelf.hasRecord()) {
      if (!shelf.all().containsKey(name)) {
        return unknown(name);
      }
      String value = Objects.requireNonNull(shelf.all().get(name)).value();
      shelf.remove(name);
      shelf.put(body.path("name").asText(), new SecretShelf.Kept(value, description(body)));
    }
    return V0Reply.json(200, message("Secret updated successfully"));
  }

  V0Reply delete(String name) {
    if (shelf.hasRecord() && !shelf.all().containsKey(name)) {
      return unknown(name);
    }
    shelf.remove(name);
    return V0Reply.json(200, message("Secret deleted successfully"));
  }

  private static ObjectNode body(V0Request request, Problems problems, String... required) {
    ObjectNode body = JsonBody.of(request, problems);
    for (String key : problems.isEmpty() ? List.of(required) : List.<String>of()) {
      JsonNode value = body.path(key);
      if (value.isMissingNode()) {
        problems.missing(List.of("body", key), body);
      } else if (!value.isTextual()) {
        problems.notText(List.of("body", key), value);
      }
    }
    JsonNode description = body.path("description");
    if (!description.isMissingNode() && !description.isNull() && !description.isTextual()) {
      problems.notText(List.of("body", "description"), description);
    }
    return body;
  }

  private static @Nullable String description(ObjectNode body) {
    return body.path("description").textValue();
  }

  private static ObjectNode message(String text) {
    return Json.object("message", text);
  }

  private static V0Reply unknown(String name) {
    return V0Reply.json(404, Json.object("error", "Secret with ID " + name + " not found"));
  }
}
