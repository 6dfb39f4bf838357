package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something else is done with the browser, as the kind says.
 *
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserAction(@JsonValue Map<String, @Nullable Object> raw) implements Action {

  public BrowserAction {
    raw = Copies.map(raw);
  }

  static BrowserAction read(Fields fields) {
    return new BrowserAction(fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserAction[]";
  }
}
