package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the user is brought up to date.
 *
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record SleeptimeComputeAction(@JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public SleeptimeComputeAction {
    raw = Copies.map(raw);
  }

  static SleeptimeComputeAction read(Fields fields) {
    return new SleeptimeComputeAction(fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "SleeptimeComputeAction[]";
  }
}
