package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text in a file was replaced.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param filePath the file, or null
 * @param isNewFile whether it was not there before
 * @param replacementsMade how often, or null
 * @param oldContent its text before, or null
 * @param newContent its text after, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record EditObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String filePath,
    boolean isNewFile,
    @Nullable Long replacementsMade,
    @Nullable String oldContent,
    @Nullable String newContent,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public EditObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static EditObservation read(Fields fields) {
    return new EditObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("file_path"),
        fields.flag("is_new_file"),
        fields.integer("replacements_made"),
        fields.text("old_content"),
        fields.text("new_content"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "EditObservation[isError=" + isError + "]";
  }
}
