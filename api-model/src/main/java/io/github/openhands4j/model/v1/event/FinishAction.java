package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent is done.
 *
 * @param message its last words
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record FinishAction(String message, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public FinishAction {
    raw = Copies.map(raw);
  }

  static FinishAction read(Fields fields) {
    return new FinishAction(fields.textOr("message", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "FinishAction[]";
  }
}
