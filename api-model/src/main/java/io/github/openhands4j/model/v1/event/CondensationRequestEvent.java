package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants older events to be forgotten.
 *
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record CondensationRequestEvent(@JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public CondensationRequestEvent {
    raw = Copies.map(raw);
  }

  static CondensationRequestEvent read(Fields fields) {
    return new CondensationRequestEvent(fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "CondensationRequestEvent[id=" + id() + "]";
  }
}
