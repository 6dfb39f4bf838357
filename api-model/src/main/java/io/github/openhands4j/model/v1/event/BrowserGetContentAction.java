package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of the page is read.
 *
 * @param extractLinks whether with links
 * @param startFromChar where to begin
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserGetContentAction(
    boolean extractLinks, long startFromChar, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public BrowserGetContentAction {
    raw = Copies.map(raw);
  }

  static BrowserGetContentAction read(Fields fields) {
    return new BrowserGetContentAction(
        fields.flag("extract_links"), fields.integerOr("start_from_char", 0), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserGetContentAction[]";
  }
}
