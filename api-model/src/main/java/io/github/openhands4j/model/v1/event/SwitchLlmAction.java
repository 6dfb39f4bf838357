package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent goes on with another model.
 *
 * @param profileName the profile of the model
 * @param reason why, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record SwitchLlmAction(
    String profileName, @Nullable String reason, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public SwitchLlmAction {
    raw = Copies.map(raw);
  }

  static SwitchLlmAction read(Fields fields) {
    return new SwitchLlmAction(
        fields.textOr("profile_name", ""), fields.text("reason"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "SwitchLlmAction[]";
  }
}
