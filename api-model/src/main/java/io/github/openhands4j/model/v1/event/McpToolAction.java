package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool of an MCP server is called; the event names the tool.
 *
 * @param data what it is given
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record McpToolAction(
    Map<String, @Nullable Object> data, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public McpToolAction {
    data = Copies.map(data);
    raw = Copies.map(raw);
  }

  static McpToolAction read(Fields fields) {
    return new McpToolAction(fields.object("data"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "McpToolAction[]";
  }
}
