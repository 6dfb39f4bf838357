package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log of a call of the model; can be huge.
 *
 * @param filename the name of the log
 * @param logData the log, JSON as text
 * @param modelName the model, or null
 * @param usageId what it was called for, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record LlmCompletionLogEvent(
    String filename,
    String logData,
    @Nullable String modelName,
    @Nullable String usageId,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public LlmCompletionLogEvent {
    raw = Copies.map(raw);
  }

  static LlmCompletionLogEvent read(Fields fields) {
    return new LlmCompletionLogEvent(
        fields.textOr("filename", ""),
        fields.textOr("log_data", ""),
        fields.text("model_name"),
        fields.text("usage_id"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "LlmCompletionLogEvent[id=" + id() + "]";
  }
}
