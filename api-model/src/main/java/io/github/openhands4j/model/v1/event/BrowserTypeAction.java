package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something is typed into a field.
 *
 * @param index the number of the element
 * @param text the text
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserTypeAction(
    long index, String text, @JsonValue Map<String, @Nullable Object> raw) implements Action {

  public BrowserTypeAction {
    raw = Copies.map(raw);
  }

  static BrowserTypeAction read(Fields fields) {
    return new BrowserTypeAction(
        fields.integerOr("index", 0), fields.textOr("text", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserTypeAction[]";
  }
}
