package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool failed before it did anything, or its action got no end. It names no action: it
 * belongs to the nearest one before it with the same call.
 *
 * @param toolName the tool
 * @param toolCallId the call; ids can repeat in long conversations
 * @param error what is wrong
 * @param classification what kind of error it is, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record AgentErrorEvent(
    String toolName,
    String toolCallId,
    String error,
    @Nullable ErrorClassification classification,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public AgentErrorEvent {
    raw = Copies.map(raw);
  }

  static AgentErrorEvent read(Fields fields) {
    return new AgentErrorEvent(
        fields.textOr("tool_name", ""),
        fields.textOr("tool_call_id", ""),
        fields.textOr("error", ""),
        fields.part("classification", ErrorClassification::read),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "AgentErrorEvent[id=" + id() + "]";
  }
}
