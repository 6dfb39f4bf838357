package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a call of the model.
 *
 * @param promptTokenIds those of the prompt
 * @param responseTokenIds those of the answer
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record TokenEvent(
    List<Long> promptTokenIds,
    List<Long> responseTokenIds,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public TokenEvent {
    promptTokenIds = Copies.list(promptTokenIds);
    responseTokenIds = Copies.list(responseTokenIds);
    raw = Copies.map(raw);
  }

  static TokenEvent read(Fields fields) {
    return new TokenEvent(
        fields.integers("prompt_token_ids"), fields.integers("response_token_ids"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "TokenEvent[id=" + id() + "]";
  }
}
