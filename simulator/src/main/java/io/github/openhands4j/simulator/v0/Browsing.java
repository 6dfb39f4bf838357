package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Takes out of events what browsers show, as the trajectory does. */
final class Browsing {

  private static final Set<String> HEAVY =
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

  private Browsing() {}

  static ObjectNode without(ObjectNode event) {
    ObjectNode copy = event.deepCopy();
    prune(copy.path("extras"));
    return copy;
  }

  private static void prune(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(HEAVY);
    }
    node.forEach(Browsing::prune);
  }
}
