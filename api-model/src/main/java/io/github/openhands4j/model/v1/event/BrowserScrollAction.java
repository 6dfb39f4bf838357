package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page is scrolled.
 *
 * @param direction {@code up} or {@code down}
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserScrollAction(String direction, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public BrowserScrollAction {
    raw = Copies.map(raw);
  }

  static BrowserScrollAction read(Fields fields) {
    return new BrowserScrollAction(fields.textOr("direction", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserScrollAction[]";
  }
}
