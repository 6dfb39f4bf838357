package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files found by content.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param matches their paths
 * @param pattern the pattern
 * @param searchPath where they were looked for, or null
 * @param includePattern which files were looked at, or null
 * @param truncated whether there are more
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record GrepObservation(
    List<ContentBlock> content,
    boolean isError,
    List<String> matches,
    String pattern,
    @Nullable String searchPath,
    @Nullable String includePattern,
    boolean truncated,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public GrepObservation {
    content = Copies.list(content);
    matches = Copies.list(matches);
    raw = Copies.map(raw);
  }

  static GrepObservation read(Fields fields) {
    return new GrepObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.texts("matches"),
        fields.textOr("pattern", ""),
        fields.text("search_path"),
        fields.text("include_pattern"),
        fields.flag("truncated"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "GrepObservation[isError=" + isError + "]";
  }
}
