package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The run ends in an error.
 *
 * @param code the name of the error
 * @param detail what is wrong
 * @param classification what kind of error it is, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ConversationErrorEvent(
    String code,
    String detail,
    @Nullable ErrorClassification classification,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public ConversationErrorEvent {
    raw = Copies.map(raw);
  }

  static ConversationErrorEvent read(Fields fields) {
    return new ConversationErrorEvent(
        fields.textOr("code", ""),
        fields.textOr("detail", ""),
        fields.part("classification", ErrorClassification::read),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ConversationErrorEvent[id=" + id() + "]";
  }
}
