package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Reads a body as the server does, down to how it complains. */
final class JsonBody {

  private static final List<String> BODY = List.of("body");

  private JsonBody() {}

  /**
   * The object in the body, which is not {@link #broken}; without one, an empty object, and the
   * problem is noted.
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
    if (isJson(request)) {
      try {
        node = Json.MAPPER.readTree(request.body());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("broken bodies are refused before", e);
      }
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    if (node.isNull()) {
      problems.missing(BODY, node);
    } else {
      problems.notObject(BODY, node);
    }
    return Json.object();
  }

  /** The refusal of a body that is sent as JSON and is none; it comes before all others. */
  static Optional<V0Reply> broken(V0Request request) {
    if (request.body().isEmpty() || !isJson(request)) {
      return Optional.empty();
    }
    try {
      Json.MAPPER.readTree(request.body());
      return Optional.empty();
    } catch (JsonProcessingException e) {
      Problems problems = new Problems();
      problems
          .add("json_invalid", List.of("body", offset(e)), "JSON decode error", Json.object())
          .set("ctx", Json.object("error", "Expecting value"));
      return Optional.of(problems.reply());
    }
  }

  /** Without a type, a body counts as JSON. */
  private static boolean isJson(V0Request request) {
    return request.header("content-type").orElse("json").contains("json");
  }

  private static int offset(JsonProcessingException failure) {
    return failure.getLocation() == null ? 0 : (int) failure.getLocation().getCharOffset();
  }
}
