package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param filePath the file, or null
 * @param fileContent the text
 * @param isTruncated whether there is more
 * @param linesShown the first and last line shown; empty for all
 * @param totalLines how many lines it has, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ReadFileObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String filePath,
    String fileContent,
    boolean isTruncated,
    List<Long> linesShown,
    @Nullable Long totalLines,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public ReadFileObservation {
    content = Copies.list(content);
    linesShown = Copies.list(linesShown);
    raw = Copies.map(raw);
  }

  static ReadFileObservation read(Fields fields) {
    return new ReadFileObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("file_path"),
        fields.textOr("file_content", ""),
        fields.flag("is_truncated"),
        fields.integers("lines_shown"),
        fields.integer("total_lines"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ReadFileObservation[isError=" + isError + "]";
  }
}
