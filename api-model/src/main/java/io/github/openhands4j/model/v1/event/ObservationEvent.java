package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an action.
 *
 * @param toolName the tool
 * @param toolCallId the call; ids can repeat in long conversations
 * @param observation what came of it
 * @param actionId the id of the {@link ActionEvent}
 * @param extendedContent what was added to it for the model
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ObservationEvent(
    String toolName,
    String toolCallId,
    Observation observation,
    String actionId,
    List<ContentBlock> extendedContent,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public ObservationEvent {
    extendedContent = Copies.list(extendedContent);
    raw = Copies.map(raw);
  }

  static ObservationEvent read(Fields fields) {
    return new ObservationEvent(
        fields.textOr("tool_name", ""),
        fields.textOr("tool_call_id", ""),
        Observation.fromJson(fields.needed("observation").json()),
        fields.textOr("action_id", ""),
        fields.content("extended_content"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ObservationEvent[id=" + id() + "]";
  }
}
