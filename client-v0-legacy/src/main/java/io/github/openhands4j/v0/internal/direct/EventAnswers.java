package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads pages of events. */
final class EventAnswers {

  private static final String CALL = "events";
  private static final String MORE = "has_more";

  private EventAnswers() {}

  static EventPage page(Shapes shapes, JsonNode answer) {
    List<Event> events =
        shapes.list(CALL, shapes.field(CALL, answer, CALL), Event.class, "message");
    boolean more = shapes.truth(CALL, shapes.field(CALL, answer, MORE));
    Map<String, @Nullable Object> others = new LinkedHashMap<>();
    answer
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().equals(CALL) && !entry.getKey().equals(MORE)) {
                others.put(entry.getKey(), PlainValues.of(entry.getValue()));
              }
            });
    return new EventPage(events, more, others);
  }
}
