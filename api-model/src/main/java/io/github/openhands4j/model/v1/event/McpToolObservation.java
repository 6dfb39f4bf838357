package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a tool of an MCP server.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param toolName the tool
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record McpToolObservation(
    List<ContentBlock> content,
    boolean isError,
    String toolName,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public McpToolObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static McpToolObservation read(Fields fields) {
    return new McpToolObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.textOr("tool_name", ""),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "McpToolObservation[isError=" + isError + "]";
  }
}
