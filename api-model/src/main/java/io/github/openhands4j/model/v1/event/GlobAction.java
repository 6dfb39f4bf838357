package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files are looked for by name.
 *
 * @param pattern the pattern
 * @param path where, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record GlobAction(
    String pattern, @Nullable String path, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public GlobAction {
    raw = Copies.map(raw);
  }

  static GlobAction read(Fields fields) {
    return new GlobAction(fields.textOr("pattern", ""), fields.text("path"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "GlobAction[]";
  }
}
