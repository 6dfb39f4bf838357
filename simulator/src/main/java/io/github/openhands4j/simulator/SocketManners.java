package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with sockets. Not thread-safe. */
final class SocketManners {

  private int refusal;
  private boolean silent;
  private boolean deaf;
  private boolean twice;
  private boolean swapped;
  private @Nullable JsonNode held;

  /** The status that requests for sockets are answered with; 0 lets them in. */
  int refusal() {
    return refusal;
  }

  void refuse(int status) {
    refusal = status;
  }

  /** Whether sockets are let in and never spoken to. */
  boolean isSilent() {
    return silent;
  }

  void silent(boolean on) {
    silent = on;
  }

  void deaf(boolean on) {
    deaf = on;
  }

  void twice(boolean on) {
    twice = on;
  }

  void swapped(boolean on) {
    swapped = on;
  }

  /** What is said about an event. */
  List<JsonNode> frames(JsonNode event) {
    List<JsonNode> frames = new ArrayList<>();
    if (deaf) {
      return frames;
    }
    if (swapped && held == null) {
      held = event;
      return frames;
    }
    frames.add(event);
    if (held != null) {
      frames.add(held);
      held = null;
    }
    if (twice) {
      frames.addAll(List.copyOf(frames));
    }
    return frames;
  }

  /** An event that is told and kept nowhere. */
  static ObjectNode event(String kind, ObjectNode fields, Instant at) {
    ObjectNode event = Json.object().put("kind", kind).put("id", Uuids.random());
    event.put("timestamp", Timestamps.naive(at)).put("source", "environment");
    return event.setAll(fields);
  }
}
