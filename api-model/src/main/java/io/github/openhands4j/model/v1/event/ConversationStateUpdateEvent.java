package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of the state of a conversation has a new value.
 *
 * @param key the field, for example {@code execution_status} or {@code stats}; {@code full_state}
 *     for all of them
 * @param value the value, as plain JSON values
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ConversationStateUpdateEvent(
    String key, @Nullable Object value, @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public ConversationStateUpdateEvent {
    raw = Copies.map(raw);
  }

  static ConversationStateUpdateEvent read(Fields fields) {
    return new ConversationStateUpdateEvent(
        fields.textOr("key", ""), fields.any("value"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ConversationStateUpdateEvent[id=" + id() + "]";
  }
}
