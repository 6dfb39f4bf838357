package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of forgotten events.
 *
 * @param summary the text
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record CondensationSummaryEvent(String summary, @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public CondensationSummaryEvent {
    raw = Copies.map(raw);
  }

  static CondensationSummaryEvent read(Fields fields) {
    return new CondensationSummaryEvent(fields.textOr("summary", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "CondensationSummaryEvent[id=" + id() + "]";
  }
}
