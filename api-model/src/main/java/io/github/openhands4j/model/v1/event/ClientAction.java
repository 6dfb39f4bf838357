package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a client defined is called; {@link #kind()} ends in its name, {@link #raw()} has what
 * it is given.
 *
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ClientAction(@JsonValue Map<String, @Nullable Object> raw) implements Action {

  public ClientAction {
    raw = Copies.map(raw);
  }

  static ClientAction read(Fields fields) {
    return new ClientAction(fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ClientAction[]";
  }
}
