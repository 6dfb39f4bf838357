package io.github.openhands4j.compat.internal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of tasks that an agent keeps. V0's had ids; V1's have their place. */
final class Tasks {

  private Tasks() {}

  static List<Map<String, @Nullable Object>> of(Fields holder) {
    List<Map<String, @Nullable Object>> tasks = new ArrayList<>();
    for (Fields task : holder.objects("task_list")) {
      tasks.add(
          Args.of("id", "task-" + (tasks.size() + 1))
              .and("title", task.textOrEmpty("title"))
              .and("status", Content.either(task.text("status"), "todo"))
              .and("notes", task.textOrEmpty("notes"))
              .map());
    }
    return tasks;
  }
}
