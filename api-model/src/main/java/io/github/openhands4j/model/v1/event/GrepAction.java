package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files are looked for by content.
 *
 * @param pattern the pattern
 * @param path where, or null
 * @param include which files, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record GrepAction(
    String pattern,
    @Nullable String path,
    @Nullable String include,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public GrepAction {
    raw = Copies.map(raw);
  }

  static GrepAction read(Fields fields) {
    return new GrepAction(
        fields.textOr("pattern", ""), fields.text("path"), fields.text("include"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "GrepAction[]";
  }
}
