package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What counts of an error's body: all of it, but for ids, times and addresses. */
final class Errors {

  private static final List<String> COUNTS = List.of("type", "loc", "msg");

  private Errors() {}

  /** The text of a body in which ids are already translated. */
  static String essence(JsonNode body) {
    JsonNode kept = body.path("detail").isArray() ? validation(body) : body;
    return neutral(kept.toString());
  }

  /** A text without what differs from server to server and from second to second. */
  static String neutral(String text) {
    return text.replaceAll("http://(127\\.0\\.0\\.1|localhost):\\d+(/runtime/[\\w-]+)?", "SERVER")
        .replaceAll("(/[\\w.-]+)+/real-server/[\\w-]+/work|/workspace/project", "WORKSPACE")
        .replaceAll("\"error_id\":\"\\p{XDigit}{32}\"", "ERROR_ID")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?", "TIME");
  }

  private static JsonNode validation(JsonNode body) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (JsonNode error : body.path("detail")) {
      ObjectNode kept = list.addObject();
      COUNTS.forEach(name -> kept.set(name, error.path(name)));
    }
    return list;
  }
}
