package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a conversation, numbered from 0. Not thread-safe. */
final class EventLog {

  private final List<ObjectNode> events = new ArrayList<>();

  /**
   * Stores an event.
   *
   * @param when a time with a zone, which the stored one does not show
   * @param cause the number of what it answers, or null
   * @return its number
   */
  int add(String when, String source, @Nullable Integer cause, ObjectNode typed) {
    ObjectNode event =
        Json.object()
            .put("id", events.size())
            .put("timestamp", when.replace("Z", ""))
            .put("source", source);
    event.set("message", typed.path("message"));
    if (cause != null) {
      event.put("cause", cause);
    }
    event.setAll(typed);
    events.add(event);
    return events.size() - 1;
  }

  List<ObjectNode> all() {
    return List.copyOf(events);
  }
}
