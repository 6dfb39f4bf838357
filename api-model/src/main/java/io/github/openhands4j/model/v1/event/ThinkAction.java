package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent thinks aloud.
 *
 * @param thought what it thinks
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ThinkAction(String thought, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public ThinkAction {
    raw = Copies.map(raw);
  }

  static ThinkAction read(Fields fields) {
    return new ThinkAction(fields.textOr("thought", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ThinkAction[]";
  }
}
