package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of tasks.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param command {@code view} or {@code plan}
 * @param taskList the tasks
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record TaskTrackerObservation(
    List<ContentBlock> content,
    boolean isError,
    String command,
    List<TaskItem> taskList,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public TaskTrackerObservation {
    content = Copies.list(content);
    taskList = Copies.list(taskList);
    raw = Copies.map(raw);
  }

  static TaskTrackerObservation read(Fields fields) {
    return new TaskTrackerObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.textOr("command", ""),
        fields.each("task_list", TaskItem::read),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "TaskTrackerObservation[isError=" + isError + "]";
  }
}
