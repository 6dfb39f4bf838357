package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Which events are wanted: the body of the GET, if it has one.
 *
 * @param wanted the filter's object; empty for all events
 */
record EventFilter(JsonNode wanted) {

  static EventFilter of(V0Request request, Problems problems) {
    JsonNode body = body(request);
    if (body.isMissingNode() || body.isNull()) {
      return new EventFilter(Json.object());
    }
    if (body.isObject()) {
      check(body, problems);
    } else {
      problems
          .add(
              "dataclass_type",
              List.of("body"),
              "Input should be a dictionary or an instance of EventFilter",
              body)
          .set("ctx", Json.object("class_name", "EventFilter"));
    }
    return new EventFilter(body);
  }

  /** Broken JSON is refused before; what is not said to be JSON is a text. */
  private static JsonNode body(V0Request request) {
    try {
      return Json.MAPPER.readTree(request.body());
    } catch (JsonProcessingException e) {
      return Json.of(request.body());
    }
  }

  private static void check(JsonNode body, Problems problems) {
    if (body.has("exclude_hidden")) {
      JsonNode unused = at("exclude_hidden", problems).truth(body.get("exclude_hidden"));
    }
    text(body, "query", problems);
    types(body, "include_types", problems);
    types(body, "exclude_types", problems);
    text(body, "source", problems);
    text(body, "start_date", problems);
    text(body, "end_date", problems);
  }

  private static void text(JsonNode body, String key, Problems problems) {
    if (body.hasNonNull(key)) {
      JsonNode unused = at(key, problems).text(body.get(key));
    }
  }

  /** They would be classes of the server, which no caller can send. */
  private static void types(JsonNode body, String key, Problems problems) {
    JsonNode types = body.path(key);
    if (body.hasNonNull(key) && !types.isArray()) {
      problems.add("tuple_type", List.of("body", key), "Input should be a valid tuple", types);
    }
    for (int i = 0; types.isArray() && i < types.size(); i++) {
      problems
          .add(
              "is_subclass_of",
              List.of("body", key, i),
              "Input should be a subclass of Event",
              types.get(i))
          .set("ctx", Json.object("class", "Event"));
    }
  }

  private static Values at(String key, Problems problems) {
    return new Values(List.of("body", key), problems);
  }

  boolean passes(ObjectNode event) {
    String time = event.path("timestamp").asText();
    return !(wanted.path("exclude_hidden").asBoolean() && isHidden(event))
        && (isUnset("source") || text("source").equals(event.path("source").asText()))
        && (isUnset("start_date") || time.compareTo(text("start_date")) >= 0)
        && (isUnset("end_date") || time.compareTo(text("end_date")) <= 0)
        && (isUnset("query")
            || event
                .toString()
                .toLowerCase(Locale.ROOT)
                .contains(text("query").toLowerCase(Locale.ROOT)));
  }

  private boolean isUnset(String key) {
    return !wanted.hasNonNull(key);
  }

  private String text(String key) {
    return wanted.path(key).asText();
  }

  /** Whether an event is not meant to be seen. */
  static boolean isHidden(JsonNode event) {
    return event.path("args").path("hidden").asBoolean()
        || event.path("extras").path("hidden").asBoolean();
  }
}
