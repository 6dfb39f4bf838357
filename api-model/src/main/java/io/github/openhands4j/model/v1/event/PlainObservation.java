package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An observation of content alone, as the kind says: of the end, of a thought, of a tool that a
 * client defined.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record PlainObservation(
    List<ContentBlock> content, boolean isError, @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public PlainObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static PlainObservation read(Fields fields) {
    return new PlainObservation(
        ObservationContent.of(fields), ObservationContent.isError(fields), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "PlainObservation[isError=" + isError + "]";
  }
}
