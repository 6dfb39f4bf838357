package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of other agents and their tasks.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param command the command, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record DelegateObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String command,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public DelegateObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static DelegateObservation read(Fields fields) {
    return new DelegateObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("command"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "DelegateObservation[isError=" + isError + "]";
  }
}
