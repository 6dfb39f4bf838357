package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer of the model while it is written; sent to listeners only and not kept.
 *
 * @param content a piece of the text, or null
 * @param reasoningContent a piece of the reasoning, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record StreamingDeltaEvent(
    @Nullable String content,
    @Nullable String reasoningContent,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public StreamingDeltaEvent {
    raw = Copies.map(raw);
  }

  static StreamingDeltaEvent read(Fields fields) {
    return new StreamingDeltaEvent(
        fields.text("content"), fields.text("reasoning_content"), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "StreamingDeltaEvent[id=" + id() + "]";
  }
}
