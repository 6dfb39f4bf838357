package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Which events are wanted: the body of the GET, if it has one.
 *
 * @param wanted the filter's object; empty for all events
 */
record EventFilter(JsonNode wanted) {

  static EventFilter of(V0Request request, Problems problems) {
    boolean none = request.body().isBlank() || request.body().strip().equals("null");
    return new EventFilter(none ? Json.object() : JsonBody.of(request, problems));
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
