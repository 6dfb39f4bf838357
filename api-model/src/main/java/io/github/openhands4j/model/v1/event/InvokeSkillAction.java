package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A skill is used.
 *
 * @param name its name
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record InvokeSkillAction(String name, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public InvokeSkillAction {
    raw = Copies.map(raw);
  }

  static InvokeSkillAction read(Fields fields) {
    return new InvokeSkillAction(fields.textOr("name", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "InvokeSkillAction[]";
  }
}
