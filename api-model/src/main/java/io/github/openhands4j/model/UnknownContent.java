package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message of a kind this release does not know.
 *
 * @param json the object as sent, written back unchanged
 */
public record UnknownContent(@JsonValue Map<String, @Nullable Object> json)
    implements ContentBlock {

  public UnknownContent {
    json = Copies.map(json);
  }

  @Override
  public String type() {
    return json.get("type") instanceof String type ? type : "";
  }

  @Override
  public String toString() {
    return "UnknownContent[type=" + type() + "]";
  }
}
