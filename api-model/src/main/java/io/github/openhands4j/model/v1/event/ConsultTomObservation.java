package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Advice about the user.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param suggestions the advice, as plain JSON values, or null
 * @param confidence how sure it is, or null
 * @param reasoning why, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ConsultTomObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable Object suggestions,
    @Nullable Double confidence,
    @Nullable String reasoning,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public ConsultTomObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static ConsultTomObservation read(Fields fields) {
    return new ConsultTomObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.any("suggestions"),
        fields.number("confidence"),
        fields.text("reasoning"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ConsultTomObservation[isError=" + isError + "]";
  }
}
