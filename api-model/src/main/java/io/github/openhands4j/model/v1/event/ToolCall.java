package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool as the model made it.
 *
 * @param id its id
 * @param name the tool
 * @param arguments what the tool is given, JSON as text, perhaps broken
 * @param origin the form of the answer it was in, or null
 * @param responsesItemId its place in the answer, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ToolCall(
    String id,
    String name,
    String arguments,
    @Nullable String origin,
    @Nullable String responsesItemId,
    @JsonValue Map<String, @Nullable Object> raw) {

  public ToolCall {
    raw = Copies.map(raw);
  }

  static ToolCall read(Fields fields) {
    return new ToolCall(
        fields.textOr("id", ""),
        fields.textOr("name", ""),
        fields.textOr("arguments", ""),
        fields.text("origin"),
        fields.text("responses_item_id"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ToolCall[name=" + name + "]";
  }
}
