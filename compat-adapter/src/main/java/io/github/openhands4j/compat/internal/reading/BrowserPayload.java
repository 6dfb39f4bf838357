package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of an event what browsers show: V0's trajectories were without it. */
public final class BrowserPayload {

  private static final Set<String> KEYS =
      Set.of(
          "dom_object",
          "axtree_object",
          "active_page_index",
          "last_browser_action",
          "last_browser_action_error",
          "focused_element_bid",
          "extra_element_properties",
          "screenshot",
          "set_of_marks");

  private BrowserPayload() {}

  /**
   * An event without it.
   *
   * @param event the event
   * @return the event with the same other fields; nothing is taken out of an action
   */
  public static Event without(Event event) {
    return event.extras() == null
        ? event
        : EventBuilder.builder(event).extras(fields(event.extras())).build();
  }

  private static Map<String, @Nullable Object> fields(Map<?, ?> all) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>();
    all.forEach(
        (name, value) -> {
          if (!KEYS.contains(String.valueOf(name))) {
            rest.put(String.valueOf(name), value(value));
          }
        });
    return rest;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return fields(map);
    }
    return value instanceof List<?> list
        ? list.stream().<@Nullable Object>map(BrowserPayload::value).toList()
        : value;
  }
}
