package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a patch.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param message what was done, or null
 * @param fuzz how far off its places were, or null
 * @param commit the changed files, as plain JSON values, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ApplyPatchObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String message,
    @Nullable Long fuzz,
    @Nullable Object commit,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public ApplyPatchObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static ApplyPatchObservation read(Fields fields) {
    return new ApplyPatchObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("message"),
        fields.integer("fuzz"),
        fields.any("commit"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ApplyPatchObservation[isError=" + isError + "]";
  }
}
