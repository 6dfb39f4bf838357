package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file is read.
 *
 * @param filePath the file
 * @param offset the first line, or null
 * @param limit how many lines, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ReadFileAction(
    String filePath,
    @Nullable Long offset,
    @Nullable Long limit,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public ReadFileAction {
    raw = Copies.map(raw);
  }

  static ReadFileAction read(Fields fields) {
    return new ReadFileAction(
        fields.textOr("file_path", ""),
        fields.integer("offset"),
        fields.integer("limit"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ReadFileAction[]";
  }
}
