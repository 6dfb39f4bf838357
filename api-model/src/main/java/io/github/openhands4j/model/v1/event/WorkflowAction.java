package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workflow is run.
 *
 * @param name its name
 * @param script its script, or null
 * @param maxConcurrency how much of it at once, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record WorkflowAction(
    String name,
    @Nullable String script,
    @Nullable Long maxConcurrency,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public WorkflowAction {
    raw = Copies.map(raw);
  }

  static WorkflowAction read(Fields fields) {
    return new WorkflowAction(
        fields.textOr("name", ""),
        fields.text("script"),
        fields.integer("max_concurrency"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "WorkflowAction[]";
  }
}
