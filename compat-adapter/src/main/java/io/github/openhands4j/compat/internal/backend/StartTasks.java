package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.core.internal.json.Rows;
import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.internal.StartTaskRank;
import io.github.openhands4j.model.v1.AppConversationStartRequestBuilder;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskBuilder;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.api.V1Api;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads start tasks by the conversations they start, and remembers which failed. Single reads that
 * are asked for at the same time share a request.
 */
final class StartTasks {

  private static final String OPERATION = "GET /api/v1/app-conversations/start-tasks";
  private static final Duration OLDEST_START = Duration.ofDays(1);
  private static final int MOST_PAGES = 3;

  private final V1Api api;
  private final Calls calls;
  private final ConversationLedger ledger;
  private final TimeSource time;
  private final Duration readTimeout;
  private final SharedReads<StartTaskId, AppConversationStartTask> single;

  StartTasks(
      V1Api api,
      Calls calls,
      ConversationLedger ledger,
      SharedReads.Turn turn,
      TimeSource time,
      Duration readTimeout) {
    this.api = api;
    this.calls = calls;
    this.ledger = ledger;
    this.time = time;
    this.readTimeout = readTimeout;
    this.single =
        new SharedReads<>(
            OPERATION, this::batch, AppConversationStartTask::id, turn, time, readTimeout);
  }

  /** The start task of a conversation; the one of a failed start costs no request. */
  Optional<AppConversationStartTask> of(ConversationId id) {
    Memory memory = ledger.get(id);
    if (memory.failedStart() != null) {
      return Optional.of(memory.failedStart());
    }
    if (memory.startTaskId() != null) {
      return remembered(id, single.get(memory.startTaskId()));
    }
    return remembered(id, searched(id));
  }

  private Optional<AppConversationStartTask> remembered(
      ConversationId id, Optional<AppConversationStartTask> task) {
    task.ifPresent(found -> remember(id, found));
    return task;
  }

  /** Reads up to 99 tasks in one request; those the server does not know are left out. */
  Map<ConversationId, AppConversationStartTask> read(Map<StartTaskId, ConversationId> owners) {
    Map<ConversationId, AppConversationStartTask> tasks = new LinkedHashMap<>();
    Rows.readable(batch(List.copyOf(owners.keySet()), Deadline.in(time, readTimeout)))
        .forEach(
            task -> {
              ConversationId owner = owners.get(task.id());
              if (owner != null) {
                remember(owner, task);
                tasks.put(owner, task);
              }
            });
    return tasks;
  }

  private List<@Nullable AppConversationStartTask> batch(List<StartTaskId> ids, Deadline deadline) {
    return calls.call(
        OperationClass.READ, deadline, times -> api.startTasks().batchGet(ids, times));
  }

  private void remember(ConversationId id, AppConversationStartTask task) {
    boolean failed =
        AppConversationStartTaskStatus.ERROR.equals(task.status())
            && task.appConversationId() == null;
    ledger.update(
        id,
        memory ->
            memory
                .but()
                .startTaskId(task.id())
                .failedStart(failed ? withoutPrompt(task) : null)
                .build());
  }

  /** What is kept for long must not hold what the user wrote, nor secrets. */
  private static AppConversationStartTask withoutPrompt(AppConversationStartTask task) {
    if (task.request() == null) {
      return task;
    }
    return AppConversationStartTaskBuilder.builder(task)
        .request(
            AppConversationStartRequestBuilder.builder(task.request())
                .initialMessage(null)
                .systemMessageSuffix(null)
                .secrets(Map.of())
                .additionalProperties(Map.of())
                .build())
        .build();
  }

  /** There may be several: then all of them are looked at, whichever is the newest. */
  private Optional<AppConversationStartTask> searched(ConversationId id) {
    return new Pages<>(recent(), MOST_PAGES, this::page)
        .rows()
        .filter(task -> task.request() != null && id.equals(task.request().conversationId()))
        .min(StartTaskRank.BEST_FIRST); // of equal ones the newest
  }

  /** The newest tasks of the account, whoever started them, in one request. */
  List<AppConversationStartTask> newest() {
    return Rows.readable(page(recent()).items());
  }

  /** The server has no filter for tasks in flight. */
  private Map<String, Object> recent() {
    return Map.of(
        "created_at__gte",
        time.now().minus(OLDEST_START).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private Page<AppConversationStartTask> page(Map<String, Object> query) {
    return calls.call(OperationClass.READ, times -> api.startTasks().search(query, times));
  }
}
