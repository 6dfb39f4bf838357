package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Advice about the user is asked for.
 *
 * @param reason why, or null
 * @param useUserMessage whether about the last message
 * @param customQuery the question, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ConsultTomAction(
    @Nullable String reason,
    boolean useUserMessage,
    @Nullable String customQuery,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public ConsultTomAction {
    raw = Copies.map(raw);
  }

  static ConsultTomAction read(Fields fields) {
    return new ConsultTomAction(
        fields.text("reason"),
        fields.flag("use_user_message"),
        fields.text("custom_query"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ConsultTomAction[]";
  }
}
