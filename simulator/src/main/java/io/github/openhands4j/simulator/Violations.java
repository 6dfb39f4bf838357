package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Collects validation errors and writes them as the 422 of the server. */
final class Violations {

  private final ArrayNode errors = Json.array();

  /** True as long as nothing was found. */
  boolean none() {
    return errors.isEmpty();
  }

  /** The 422 with everything found so far. */
  Reply reply() {
    return Reply.json(422, Json.object().set("detail", errors));
  }

  /** Adds an error; {@code input} repeats what was sent. */
  void add(String type, Loc loc, String message, JsonNode input) {
    add(type, loc, message, input, null);
  }

  /** Adds an error with a context. */
  void add(String type, Loc loc, String message, JsonNode input, @Nullable ObjectNode context) {
    ObjectNode error = errors.addObject();
    error.put("type", type);
    error.set("loc", loc.json());
    error.put("msg", message);
    error.set("input", input);
    if (context != null) {
      error.set("ctx", context);
    }
  }

  /** Something required is not there. */
  void missing(Loc loc, JsonNode around) {
    add("missing", loc, "Field required", around);
  }

  /** A text that should be a UUID is none. */
  void notUuid(Loc loc, String text) {
    String why = UuidErrors.why(text);
    add(
        "uuid_parsing",
        loc,
        "Input should be a valid UUID, " + why,
        TextNode.valueOf(text),
        Json.object().put("error", why));
  }

  /** The body is no JSON; answered before the key is looked at. */
  static Reply brokenJson(long offset) {
    Violations one = new Violations();
    one.add(
        "json_invalid",
        Loc.body().at(offset),
        "JSON decode error",
        Json.object(),
        Json.object().put("error", "Expecting value"));
    return one.reply();
  }
}
