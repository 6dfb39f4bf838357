package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool by an agent of another make. There are several events for a call; the last one
 * counts.
 *
 * @param toolCallId the call
 * @param title what it is in short
 * @param status how far it is, for example {@code completed}, or null
 * @param toolKind the kind of tool, or null
 * @param rawInput what the tool was given, as plain JSON values, or null
 * @param rawOutput what it gave back, as plain JSON values, or null
 * @param content parts of the result, as plain JSON values
 * @param isError whether it failed
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record AcpToolCallEvent(
    String toolCallId,
    String title,
    @Nullable String status,
    @Nullable String toolKind,
    @Nullable Object rawInput,
    @Nullable Object rawOutput,
    List<Map<String, @Nullable Object>> content,
    boolean isError,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public AcpToolCallEvent {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static AcpToolCallEvent read(Fields fields) {
    return new AcpToolCallEvent(
        fields.textOr("tool_call_id", ""),
        fields.textOr("title", ""),
        fields.text("status"),
        fields.text("tool_kind"),
        fields.any("raw_input"),
        fields.any("raw_output"),
        fields.objects("content"),
        fields.flag("is_error"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "AcpToolCallEvent[id=" + id() + "]";
  }
}
