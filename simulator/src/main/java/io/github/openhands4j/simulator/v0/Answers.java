package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The bodies that several routes answer with. */
final class Answers {

  private Answers() {}

  static ObjectNode ok(String id, @Nullable String message, String status) {
    return Json.object()
        .put("status", "ok")
        .put("conversation_id", id)
        .put("message", message)
        .put("conversation_status", status);
  }

  static ObjectNode error(String message, String messageId) {
    return Json.object().put("status", "error").put("message", message).put("msg_id", messageId);
  }

  static V0Reply notFound(String id) {
    return V0Reply.detail(404, "Conversation " + id + " not found");
  }
}
