package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that this release does not know, or that is not of the form its kind has.
 *
 * @param json the JSON as sent, as plain values; written back unchanged
 * @param reason why it was not read, without its content
 */
public record UnknownEvent(@JsonValue @Nullable Object json, String reason) implements Event {

  public UnknownEvent {
    json = Raw.copy(json);
  }

  @Override
  public Map<String, @Nullable Object> raw() {
    return Raw.objectOrEmpty(json);
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "UnknownEvent[" + reason + "]";
  }
}
