package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.http.NamedServer;
import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskSortOrder;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.look.LaterRow;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Asks the server for what it knows of a start. Reads only. */
public final class StartLookUp {

  private static final int NEWEST_PAGES = 1;
  private static final int MOST_PAGES = 10;

  private final V1Api api;
  private final Calls calls;
  private final StartTimes times;
  private final URI baseUrl;

  /**
   * Creates a look-up.
   *
   * @param api the operations
   * @param calls carries them out
   * @param times tell how far the times of handles can be trusted
   * @param baseUrl where the server is
   */
  public StartLookUp(V1Api api, Calls calls, StartTimes times, URI baseUrl) {
    this.api = api;
    this.calls = calls;
    this.times = times;
    this.baseUrl = baseUrl;
  }

  /**
   * Asks the start tasks, and, unless one of them is found, for the conversation itself. What one
   * witness shows stands, even if the other cannot be read; absence needs the answers of both, and
   * a handle that is of this server for sure.
   *
   * @param handle names the start
   * @param deadline the end of finding out
   * @return what the server has with the handle's id
   * @throws OpenHandsException if nothing was found and that is no absence
   */
  public StartInput.Looked look(StartHandle handle, Deadline deadline) {
    List<AppConversationStartTask> tasks = List.of();
    OpenHandsException failure = null;
    try {
      tasks = tasksOf(handle, deadline);
    } catch (OpenHandsException e) {
      failure = e;
    }
    boolean exists = tasks.isEmpty() && exists(handle.conversationId(), deadline);
    if (failure != null && !exists) {
      throw failure;
    }
    if (tasks.isEmpty() && !exists && NamedServer.isVague(handle.origin(), baseUrl)) {
      throw unsure("the handle names no path, and may be of another server on the same host");
    }
    return new StartInput.Looked(tasks, exists);
  }

  /**
   * Start tasks whose request had an id. The server's own filter finds finished starts only, so
   * tasks are read and their echoes compared: first the newest ones, whatever the clocks say, then
   * those since the start was asked for. How long it waited for its turn before it was sent, nobody
   * knows here, so no task is too late to be its. None of an id is found only if all that were read
   * can be told from it and none was left to read.
   */
  private List<AppConversationStartTask> tasksOf(StartHandle handle, Deadline deadline) {
    ConversationId id = handle.conversationId();
    Instant earliest = handle.startedAt().minus(times.marginOf(handle));
    Walk newest = walk(id, Map.of(), NEWEST_PAGES, deadline);
    if (newest.sawAll() || !newest.found().isEmpty()) {
      return newest.found();
    }
    Map<String, Object> query =
        Map.of(
            "created_at__gte", earliest.truncatedTo(ChronoUnit.MICROS).toString(),
            "sort_order", AppConversationStartTaskSortOrder.CREATED_AT.value());
    Walk since = walk(id, query, MOST_PAGES, deadline);
    if (since.found().isEmpty() && since.isUnsure()) {
      throw unsure("a start task that may be the one looked for is not of the expected form");
    }
    if (since.found().isEmpty() && !since.isWhole()) {
      throw unsure("the list of start tasks did not come to its end");
    }
    return since.found();
  }

  private static OpenHandsException unsure(String why) {
    return new UnreadableAnswerException(
        ErrorCode.ANSWER_UNREADABLE,
        200,
        "GET /api/v1/app-conversations/start-tasks/search: 200, but " + why + ".",
        null);
  }

  /**
   * What a walk saw.
   *
   * @param found the tasks of an id
   * @param isUnsure whether there was one that may be of it and cannot be read
   * @param isWhole whether it came to the end of the list
   */
  private record Walk(List<AppConversationStartTask> found, boolean isUnsure, boolean isWhole) {

    /** Whether another walk could find nothing more. */
    boolean sawAll() {
      return isWhole && !isUnsure;
    }
  }

  private Walk walk(
      ConversationId id, Map<String, Object> query, int mostPages, Deadline deadline) {
    // by id, since rows that are added meanwhile shift the pages, and a row can come twice
    Map<StartTaskId, AppConversationStartTask> found = new LinkedHashMap<>();
    boolean isUnsure = false;
    boolean isWhole = false;
    for (Page<AppConversationStartTask> rows : new Pages<>(query, mostPages, read(deadline))) {
      rows.items().stream()
          .filter(Objects::nonNull)
          .filter(task -> task.request() != null && id.equals(task.request().conversationId()))
          .forEach(task -> found.merge(task.id(), task, LaterRow::of));
      isUnsure |= rows.unreadable().stream().anyMatch(task -> OddTask.mayBeOf(task, id));
      isWhole = rows.nextPageToken() == null;
    }
    return new Walk(List.copyOf(found.values()), isUnsure, isWhole);
  }

  private Function<Map<String, Object>, Page<AppConversationStartTask>> read(Deadline deadline) {
    return query ->
        calls.call(
            OperationClass.READ,
            LookRhythm.ofRead(calls, deadline),
            options -> api.startTasks().search(query, options));
  }

  private boolean exists(ConversationId id, Deadline deadline) {
    return new BatchReads(calls)
        .one(
            id,
            LookRhythm.ofRead(calls, deadline),
            AppConversation::id,
            api.appConversations()::batchGet)
        .isPresent();
  }
}
