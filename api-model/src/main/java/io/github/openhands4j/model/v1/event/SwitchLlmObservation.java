package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another model was chosen.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param profileName the profile of the model, or null
 * @param reason why, or null
 * @param activeModel the model that answers now, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record SwitchLlmObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String profileName,
    @Nullable String reason,
    @Nullable String activeModel,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public SwitchLlmObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static SwitchLlmObservation read(Fields fields) {
    return new SwitchLlmObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("profile_name"),
        fields.text("reason"),
        fields.text("active_model"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "SwitchLlmObservation[isError=" + isError + "]";
  }
}
