package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An observation that this release does not know, or that is not of the form its kind has.
 *
 * @param json the JSON as sent, as plain values; written back unchanged
 * @param reason why it was not read, without its content
 */
public record UnknownObservation(@JsonValue @Nullable Object json, String reason)
    implements Observation {

  public UnknownObservation {
    json = Raw.copy(json);
  }

  @Override
  public Map<String, @Nullable Object> raw() {
    return Raw.objectOrEmpty(json);
  }

  @Override
  public List<ContentBlock> content() {
    return List.of();
  }

  @Override
  public boolean isError() {
    return Boolean.TRUE.equals(raw().get("is_error"));
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "UnknownObservation[" + reason + "]";
  }
}
