package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in a folder.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param dirPath the folder, or null
 * @param entries what is in it, as plain JSON values
 * @param totalCount how much is in it, or null
 * @param isTruncated whether there is more
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ListDirectoryObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String dirPath,
    List<Map<String, @Nullable Object>> entries,
    @Nullable Long totalCount,
    boolean isTruncated,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public ListDirectoryObservation {
    content = Copies.list(content);
    entries = Copies.list(entries);
    raw = Copies.map(raw);
  }

  static ListDirectoryObservation read(Fields fields) {
    return new ListDirectoryObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("dir_path"),
        fields.objects("entries"),
        fields.integer("total_count"),
        fields.flag("is_truncated"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ListDirectoryObservation[isError=" + isError + "]";
  }
}
