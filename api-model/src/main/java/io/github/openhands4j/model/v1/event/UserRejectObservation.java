package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action was refused and not carried out.
 *
 * @param toolName the tool
 * @param toolCallId the call; ids can repeat in long conversations
 * @param actionId the id of the {@link ActionEvent}
 * @param rejectionReason why
 * @param rejectionSource who refused it, {@code user} or {@code hook}, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record UserRejectObservation(
    String toolName,
    String toolCallId,
    String actionId,
    String rejectionReason,
    @Nullable String rejectionSource,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public UserRejectObservation {
    raw = Copies.map(raw);
  }

  static UserRejectObservation read(Fields fields) {
    return new UserRejectObservation(
        fields.textOr("tool_name", ""),
        fields.textOr("tool_call_id", ""),
        fields.textOr("action_id", ""),
        fields.textOr("rejection_reason", ""),
        fields.text("rejection_source"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "UserRejectObservation[id=" + id() + "]";
  }
}
