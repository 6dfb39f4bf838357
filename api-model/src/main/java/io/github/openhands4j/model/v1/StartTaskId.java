package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.UuidText;
import java.util.UUID;

/**
 * The id of a start task. It looks like a conversation's id and is never one: no call for a
 * conversation takes it.
 *
 * @param uuid the id's 128 bits
 */
public record StartTaskId(UUID uuid) {

  /**
   * Reads an id in any of its forms.
   *
   * @param text 32 hex digits, or the dashed form; upper or lower case
   * @return the id
   * @throws IllegalArgumentException if the text is neither
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static StartTaskId parse(String text) {
    return new StartTaskId(UuidText.parse(text, "start task id"));
  }

  /**
   * The form the server answers with.
   *
   * @return 32 lower-case hex digits
   */
  @JsonValue
  public String hex() {
    return UuidText.hex(uuid);
  }

  @Override
  public String toString() {
    return hex();
  }
}
