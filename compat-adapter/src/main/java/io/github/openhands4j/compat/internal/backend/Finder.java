package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.api.V1Api;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds what V1 knows of an id: the conversation, else its start task. Works for conversations that
 * another process started.
 */
final class Finder {

  private static final Duration OLDEST_START = Duration.ofDays(1);
  private static final int MOST_PAGES = 3;

  private final SharedReads reads;
  private final V1Api api;
  private final Calls calls;
  private final ConversationLedger ledger;
  private final TimeSource time;
  private final UnknownIds unknown;

  Finder(SharedReads reads, V1Api api, Calls calls, ConversationLedger ledger, TimeSource time) {
    this.reads = reads;
    this.api = api;
    this.calls = calls;
    this.ledger = ledger;
    this.time = time;
    this.unknown = new UnknownIds(time);
  }

  Found find(ConversationId id) {
    Optional<AppConversation> row = reads.get(id);
    if (row.isPresent()) {
      ledger.arrived(id);
      return new Found.Row(row.get());
    }
    if (unknown.contains(id)) {
      return new Found.Nothing();
    }
    Optional<AppConversationStartTask> task = taskOf(id);
    if (task.isEmpty() || ledger.get(id).deleted()) {
      unknown.add(id);
      return new Found.Nothing();
    }
    return new Found.Task(id, task.get());
  }

  private Optional<AppConversationStartTask> taskOf(ConversationId id) {
    AppConversationStartTask failed = ledger.get(id).failedStart();
    if (failed != null) {
      return Optional.of(failed);
    }
    StartTaskId own = ledger.get(id).startTaskId();
    Optional<AppConversationStartTask> task = own == null ? searched(id) : read(own);
    task.ifPresent(found -> remember(id, found));
    return task;
  }

  private void remember(ConversationId id, AppConversationStartTask task) {
    boolean failed =
        AppConversationStartTaskStatus.ERROR.equals(task.status())
            && task.appConversationId() == null;
    ledger.update(
        id,
        memory -> memory.but().startTaskId(task.id()).failedStart(failed ? task : null).build());
  }

  private Optional<AppConversationStartTask> read(StartTaskId id) {
    return calls
        .call(OperationClass.READ, times -> api.startTasks().batchGet(List.of(id), times))
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Recent start tasks, newest first; the server has no filter for those in flight. */
  private Optional<AppConversationStartTask> searched(ConversationId id) {
    Map<String, Object> query = new HashMap<>();
    query.put(
        "created_at__gte",
        time.now().minus(OLDEST_START).truncatedTo(ChronoUnit.SECONDS).toString());
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<AppConversationStartTask> rows =
          calls.call(OperationClass.READ, times -> api.startTasks().search(query, times));
      Optional<AppConversationStartTask> match =
          rows.items().stream()
              .filter(task -> task.request() != null && id.equals(task.request().conversationId()))
              .findFirst();
      if (match.isPresent() || rows.nextPageToken() == null) {
        return match;
      }
      query.put("page_id", rows.nextPageToken());
    }
    return Optional.empty();
  }
}
