package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Older events are forgotten by the model.
 *
 * @param forgottenEventIds their ids
 * @param summary what stands in their place, or null
 * @param summaryOffset where it stands, or null
 * @param llmResponseId the answer of the model that wrote it, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record CondensationEvent(
    List<String> forgottenEventIds,
    @Nullable String summary,
    @Nullable Long summaryOffset,
    @Nullable String llmResponseId,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public CondensationEvent {
    forgottenEventIds = Copies.list(forgottenEventIds);
    raw = Copies.map(raw);
  }

  static CondensationEvent read(Fields fields) {
    return new CondensationEvent(
        fields.texts("forgotten_event_ids"),
        fields.text("summary"),
        fields.integer("summary_offset"),
        fields.text("llm_response_id"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "CondensationEvent[id=" + id() + "]";
  }
}
