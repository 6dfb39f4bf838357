package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the user was brought up to date.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param message what was done, or null
 * @param sessionsProcessed how many conversations were looked at, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record SleeptimeComputeObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String message,
    @Nullable Long sessionsProcessed,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public SleeptimeComputeObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static SleeptimeComputeObservation read(Fields fields) {
    return new SleeptimeComputeObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("message"),
        fields.integer("sessions_processed"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "SleeptimeComputeObservation[isError=" + isError + "]";
  }
}
