package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page is opened.
 *
 * @param url its address
 * @param newTab whether in a new tab
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserNavigateAction(
    String url, boolean newTab, @JsonValue Map<String, @Nullable Object> raw) implements Action {

  public BrowserNavigateAction {
    raw = Copies.map(raw);
  }

  static BrowserNavigateAction read(Fields fields) {
    return new BrowserNavigateAction(
        fields.textOr("url", ""), fields.flag("new_tab"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserNavigateAction[]";
  }
}
