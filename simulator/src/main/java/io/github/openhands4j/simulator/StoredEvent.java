package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** An event as it was written, with what searches look at beside it. Immutable and small. */
final class StoredEvent {

  private final String id;
  private final String kind;
  private final String source;
  private final String timestamp;
  private final byte[] json;

  /** Keeps an event that has an id and a timestamp. */
  StoredEvent(ObjectNode event) {
    this.id = event.path("id").asText();
    this.kind = event.path("kind").asText().intern();
    this.source = event.path("source").asText().intern();
    this.timestamp = event.path("timestamp").asText();
    this.json = Json.bytes(event);
  }

  /** The id, usually a dashed UUID. */
  String id() {
    return id;
  }

  /** The simple class name; empty when the event has none. */
  String kind() {
    return kind;
  }

  /** Who made it; empty when the event does not say. */
  String source() {
    return source;
  }

  /** The time as it was written, without a zone. */
  String timestamp() {
    return timestamp;
  }

  /** The event; a fresh tree each time. */
  JsonNode json() {
    try {
      return Json.parse(json);
    } catch (IOException e) {
      throw new IllegalStateException("an event of the simulator cannot be read", e);
    }
  }
}
