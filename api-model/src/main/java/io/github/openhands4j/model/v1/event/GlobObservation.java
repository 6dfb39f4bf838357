package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files found by name.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param files their paths
 * @param pattern the pattern
 * @param searchPath where they were looked for, or null
 * @param truncated whether there are more
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record GlobObservation(
    List<ContentBlock> content,
    boolean isError,
    List<String> files,
    String pattern,
    @Nullable String searchPath,
    boolean truncated,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public GlobObservation {
    content = Copies.list(content);
    files = Copies.list(files);
    raw = Copies.map(raw);
  }

  static GlobObservation read(Fields fields) {
    return new GlobObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.texts("files"),
        fields.textOr("pattern", ""),
        fields.text("search_path"),
        fields.flag("truncated"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "GlobObservation[isError=" + isError + "]";
  }
}
