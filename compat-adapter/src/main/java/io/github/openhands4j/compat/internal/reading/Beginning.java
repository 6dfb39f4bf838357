package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.AgentStates;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.compat.internal.numbers.Numbering;
import io.github.openhands4j.compat.internal.numbers.Role;
import io.github.openhands4j.model.v0.RuntimeStatus;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Entries that no V1 event stands for: V0's first event, the model, the failure of a start. */
final class Beginning {

  private static final String LOADING = "loading";
  private static final String MODEL = "model";
  private static final String START = "start";

  private Beginning() {}

  /** What comes before the events of a page that was read. */
  static List<Entry> before(EventLog log, int size, AppConversation row, List<V1Event> events) {
    List<Entry> entries = new ArrayList<>();
    if (size == 0) {
      long first = events.isEmpty() ? Entry.NO_TIME : Numbering.microsOf(events.get(0));
      entries.add(loading(first == Entry.NO_TIME ? Entry.microsOf(row.createdAt()) : first));
    }
    if (row.llmModel() != null && !row.llmModel().equals(log.modelAt(size))) {
      entries.add(new Entry(MODEL, 0, Role.MODEL, Entry.NO_TIME, Entry.NO_LINK, 0, row.llmModel()));
    }
    return entries;
  }

  /** What there is of a conversation that is still starting, or failed to start. */
  static List<Entry> of(int size, AppConversationStartTask task, boolean failed) {
    List<Entry> entries = new ArrayList<>();
    if (size == 0) {
      entries.add(loading(Entry.microsOf(task.createdAt())));
    }
    if (failed && size <= 1) {
      String reason =
          AppConversationStartTaskStatus.ERROR.equals(task.status())
              ? Objects.requireNonNullElse(task.detail(), "")
              : RuntimeStatus.ERROR.value(); // nobody works on it any more
      entries.add(
          new Entry(
              START,
              0,
              Role.MADE_STATE,
              Entry.microsOf(task.updatedAt()),
              Entry.NO_LINK,
              0,
              AgentStates.ERROR + "\n" + reason));
    }
    return entries;
  }

  private static Entry loading(long micros) {
    return new Entry(LOADING, 0, Role.LOADING, micros, Entry.NO_LINK, 0, AgentStates.LOADING);
  }
}
