package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file is written.
 *
 * @param filePath the file
 * @param content its text
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record WriteFileAction(
    String filePath, String content, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public WriteFileAction {
    raw = Copies.map(raw);
  }

  static WriteFileAction read(Fields fields) {
    return new WriteFileAction(
        fields.textOr("file_path", ""), fields.textOr("content", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "WriteFileAction[]";
  }
}
