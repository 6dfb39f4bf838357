package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something is clicked.
 *
 * @param index the number of the element
 * @param newTab whether in a new tab
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserClickAction(
    long index, boolean newTab, @JsonValue Map<String, @Nullable Object> raw) implements Action {

  public BrowserClickAction {
    raw = Copies.map(raw);
  }

  static BrowserClickAction read(Fields fields) {
    return new BrowserClickAction(
        fields.integerOr("index", 0), fields.flag("new_tab"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserClickAction[]";
  }
}
