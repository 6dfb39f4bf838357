package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tab is shown or closed, as the kind says.
 *
 * @param tabId the tab
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserTabAction(String tabId, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public BrowserTabAction {
    raw = Copies.map(raw);
  }

  static BrowserTabAction read(Fields fields) {
    return new BrowserTabAction(fields.textOr("tab_id", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserTabAction[]";
  }
}
