package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The run was paused.
 *
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record PauseEvent(@JsonValue Map<String, @Nullable Object> raw) implements Event {

  public PauseEvent {
    raw = Copies.map(raw);
  }

  static PauseEvent read(Fields fields) {
    return new PauseEvent(fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "PauseEvent[id=" + id() + "]";
  }
}
