package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task is given to another agent.
 *
 * @param description what it is in short, or null
 * @param prompt the task
 * @param subagentType which agent, or null
 * @param resume the task to go on with, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record TaskAction(
    @Nullable String description,
    String prompt,
    @Nullable String subagentType,
    @Nullable String resume,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public TaskAction {
    raw = Copies.map(raw);
  }

  static TaskAction read(Fields fields) {
    return new TaskAction(
        fields.text("description"),
        fields.textOr("prompt", ""),
        fields.text("subagent_type"),
        fields.text("resume"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "TaskAction[]";
  }
}
