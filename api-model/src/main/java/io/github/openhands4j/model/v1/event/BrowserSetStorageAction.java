package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cookies and storage of the browser are set.
 *
 * @param storageState what is set
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserSetStorageAction(
    Map<String, @Nullable Object> storageState, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public BrowserSetStorageAction {
    storageState = Copies.map(storageState);
    raw = Copies.map(raw);
  }

  static BrowserSetStorageAction read(Fields fields) {
    return new BrowserSetStorageAction(fields.object("storage_state"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserSetStorageAction[]";
  }
}
