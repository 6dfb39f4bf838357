package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page is looked at.
 *
 * @param includeScreenshot whether with a picture
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserGetStateAction(
    boolean includeScreenshot, @JsonValue Map<String, @Nullable Object> raw) implements Action {

  public BrowserGetStateAction {
    raw = Copies.map(raw);
  }

  static BrowserGetStateAction read(Fields fields) {
    return new BrowserGetStateAction(fields.flag("include_screenshot"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserGetStateAction[]";
  }
}
