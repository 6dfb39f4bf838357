package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kind of error something is, and what can be done about it.
 *
 * @param kind for example {@code auth}, {@code quota}, {@code rate_limit}, {@code transient}
 * @param retryable whether trying again may help
 * @param userAction {@code none}, {@code retry} or {@code settings}, or null
 * @param errorId names this occurrence, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ErrorClassification(
    String kind,
    boolean retryable,
    @Nullable String userAction,
    @Nullable String errorId,
    @JsonValue Map<String, @Nullable Object> raw) {

  public ErrorClassification {
    raw = Copies.map(raw);
  }

  static ErrorClassification read(Fields fields) {
    return new ErrorClassification(
        fields.textOr("kind", ""),
        fields.flag("retryable"),
        fields.text("user_action"),
        fields.text("error_id"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ErrorClassification[kind=" + kind + "]";
  }
}
