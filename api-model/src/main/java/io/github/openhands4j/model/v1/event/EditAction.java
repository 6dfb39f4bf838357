package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text in a file is replaced.
 *
 * @param filePath the file
 * @param oldString the text to replace
 * @param newString the text to put in
 * @param expectedReplacements how often it has to be there, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record EditAction(
    String filePath,
    String oldString,
    String newString,
    @Nullable Long expectedReplacements,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public EditAction {
    raw = Copies.map(raw);
  }

  static EditAction read(Fields fields) {
    return new EditAction(
        fields.textOr("file_path", ""),
        fields.textOr("old_string", ""),
        fields.textOr("new_string", ""),
        fields.integer("expected_replacements"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "EditAction[]";
  }
}
