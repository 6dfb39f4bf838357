package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of tasks is looked at or written.
 *
 * @param command {@code view} or {@code plan}
 * @param taskList the tasks
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record TaskTrackerAction(
    String command, List<TaskItem> taskList, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public TaskTrackerAction {
    taskList = Copies.list(taskList);
    raw = Copies.map(raw);
  }

  static TaskTrackerAction read(Fields fields) {
    return new TaskTrackerAction(
        fields.textOr("command", ""), fields.each("task_list", TaskItem::read), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "TaskTrackerAction[]";
  }
}
