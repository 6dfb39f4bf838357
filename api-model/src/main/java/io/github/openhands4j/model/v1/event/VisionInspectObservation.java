package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about an image.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param imageIndex the number of the image, or null
 * @param question the question, or null
 * @param profileName the profile of the model, or null
 * @param model the model, or null
 * @param baseUrl where the model is, or null
 * @param answer the answer, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record VisionInspectObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable Long imageIndex,
    @Nullable String question,
    @Nullable String profileName,
    @Nullable String model,
    @Nullable String baseUrl,
    @Nullable String answer,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public VisionInspectObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static VisionInspectObservation read(Fields fields) {
    return new VisionInspectObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.integer("image_index"),
        fields.text("question"),
        fields.text("profile_name"),
        fields.text("model"),
        fields.text("base_url"),
        fields.text("answer"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "VisionInspectObservation[isError=" + isError + "]";
  }
}
