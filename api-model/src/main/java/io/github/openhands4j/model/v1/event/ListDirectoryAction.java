package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder is listed.
 *
 * @param dirPath the folder, or null
 * @param recursive whether with its folders
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ListDirectoryAction(
    @Nullable String dirPath, boolean recursive, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public ListDirectoryAction {
    raw = Copies.map(raw);
  }

  static ListDirectoryAction read(Fields fields) {
    return new ListDirectoryAction(
        fields.text("dir_path"), fields.flag("recursive"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ListDirectoryAction[]";
  }
}
