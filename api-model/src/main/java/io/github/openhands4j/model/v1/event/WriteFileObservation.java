package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file was written.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param filePath the file, or null
 * @param isNewFile whether it was not there before
 * @param oldContent its text before, or null
 * @param newContent its text after, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record WriteFileObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String filePath,
    boolean isNewFile,
    @Nullable String oldContent,
    @Nullable String newContent,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public WriteFileObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static WriteFileObservation read(Fields fields) {
    return new WriteFileObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("file_path"),
        fields.flag("is_new_file"),
        fields.text("old_content"),
        fields.text("new_content"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "WriteFileObservation[isError=" + isError + "]";
  }
}
