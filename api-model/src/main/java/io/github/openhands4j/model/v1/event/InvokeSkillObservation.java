package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a skill says.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param skillName the skill, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record InvokeSkillObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String skillName,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public InvokeSkillObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static InvokeSkillObservation read(Fields fields) {
    return new InvokeSkillObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("skill_name"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "InvokeSkillObservation[isError=" + isError + "]";
  }
}
