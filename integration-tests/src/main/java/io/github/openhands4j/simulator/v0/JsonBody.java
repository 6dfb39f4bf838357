package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Reads a body as the server does, down to how it complains. */
final class JsonBody {

  private static final List<String> BODY = List.of("body");

  private JsonBody() {}

  /**
   * The object in the body; without one, an empty object, and the problem is noted.
   *
   * @param request the request
   * @param problems where problems are noted
   */
  static ObjectNode of(V0Request request, Problems problems) {
    if (request.body().isEmpty()) {
      problems.missing(BODY, Json.MAPPER.nullNode());
      return Json.object();
    }
    JsonNode node = Json.of(request.body());
    if (request.header("content-type").orElse("").contains("json")) {
      try {
        node = Json.MAPPER.readTree(request.body());
      } catch (JsonProcessingException e) {
        problems
            .add("json_invalid", List.of("body", offset(e)), "JSON decode error", Json.object())
            .set("ctx", Json.object("error", "Expecting value"));
        return Json.object();
      }
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    problems.notObject(BODY, node);
    return Json.object();
  }

  private static int offset(JsonProcessingException failure) {
    return failure.getLocation() == null ? 0 : (int) failure.getLocation().getCharOffset();
  }
}
