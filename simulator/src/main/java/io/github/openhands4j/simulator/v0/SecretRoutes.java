package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

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
    ObjectNode body = body(request, problems, "name", "description", "value");
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    String name = body.path("name").asText();
    if (shelf.all().containsKey(name)) {
      return taken(name);
    }
    shelf.put(name, new SecretShelf.Kept(body.path("value").asText(), description(body)));
    return V0Reply.json(201, message("Secret created successfully"));
  }

  V0Reply update(String name, V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = body(request, problems, "name", "description");
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    if (shelf.hasRecord()) {
      if (!shelf.all().containsKey(name)) {
        return unknown(name);
      }
      String newName = body.path("name").asText();
      if (!newName.equals(name) && shelf.all().containsKey(newName)) {
        return taken(newName);
      }
      String value = Objects.requireNonNull(shelf.all().get(name)).value();
      shelf.remove(name);
      shelf.put(newName, new SecretShelf.Kept(value, description(body)));
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

  private static ObjectNode body(V0Request request, Problems problems, String... keys) {
    ObjectNode body = JsonBody.of(request, problems);
    if (!problems.isEmpty()) {
      return body;
    }
    for (String key : keys) {
      JsonNode value = body.path(key);
      boolean optional = key.equals("description");
      if (value.isMissingNode()) {
        if (!optional) {
          problems.missing(List.of("body", key), body);
        }
      } else if (!value.isTextual() && !(optional && value.isNull())) {
        problems.notText(List.of("body", key), value);
      }
    }
    return body;
  }

  private static String description(ObjectNode body) {
    return body.path("description").asText("");
  }

  private static V0Reply taken(String name) {
    return V0Reply.json(400, message("Secret " + name + " already exists"));
  }

  private static ObjectNode message(String text) {
    return Json.object("message", text);
  }

  private static V0Reply unknown(String name) {
    return V0Reply.json(404, Json.object("error", "Secret with ID " + name + " not found"));
  }
}
