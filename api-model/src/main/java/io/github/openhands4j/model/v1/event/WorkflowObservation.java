package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a workflow.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param name its name, or null
 * @param status how far it is, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record WorkflowObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String name,
    @Nullable String status,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public WorkflowObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static WorkflowObservation read(Fields fields) {
    return new WorkflowObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("name"),
        fields.text("status"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "WorkflowObservation[isError=" + isError + "]";
  }
}
