package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model is asked about an image.
 *
 * @param imageIndex the number of the image
 * @param question the question
 * @param profileName the profile of the model, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record VisionInspectAction(
    long imageIndex,
    String question,
    @Nullable String profileName,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public VisionInspectAction {
    raw = Copies.map(raw);
  }

  static VisionInspectAction read(Fields fields) {
    return new VisionInspectAction(
        fields.integerOr("image_index", 0),
        fields.textOr("question", ""),
        fields.text("profile_name"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "VisionInspectAction[]";
  }
}
