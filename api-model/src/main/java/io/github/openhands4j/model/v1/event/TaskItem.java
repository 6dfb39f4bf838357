package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task on the list of an agent.
 *
 * @param title what is to be done
 * @param notes notes on it
 * @param status {@code todo}, {@code in_progress} or {@code done}
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record TaskItem(
    String title, String notes, String status, @JsonValue Map<String, @Nullable Object> raw) {

  public TaskItem {
    raw = Copies.map(raw);
  }

  static TaskItem read(Fields fields) {
    return new TaskItem(
        fields.textOr("title", ""),
        fields.textOr("notes", ""),
        fields.textOr("status", ""),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "TaskItem[status=" + status + "]";
  }
}
