package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent server could not do what it was asked.
 *
 * @param code the name of the error
 * @param detail what is wrong
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ServerErrorEvent(
    String code, String detail, @JsonValue Map<String, @Nullable Object> raw) implements Event {

  public ServerErrorEvent {
    raw = Copies.map(raw);
  }

  static ServerErrorEvent read(Fields fields) {
    return new ServerErrorEvent(
        fields.textOr("code", ""), fields.textOr("detail", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ServerErrorEvent[id=" + id() + "]";
  }
}
