package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who else is in the sandbox of a conversation, or about to come into it: servers can group
 * conversations, and one that is starting has no row that a count would show.
 */
final class Neighbors {

  /** Between looks at a start of this process that was not given its sandbox yet. */
  private static final List<Duration> UNTIL_PLACED =
      Stream.of(1, 2, 3, 4).map(Duration::ofSeconds).toList();

  private final SandboxCalls sandboxes;
  private final StartTasks tasks;
  private final Records records;
  private final ConversationLedger ledger;

  Neighbors(SandboxCalls sandboxes, StartTasks tasks, Records records, ConversationLedger ledger) {
    this.sandboxes = sandboxes;
    this.tasks = tasks;
    this.records = records;
    this.ledger = ledger;
  }

  /**
   * Whether a pause of a sandbox could hit others. Starts are read first: one that ends meanwhile
   * is counted.
   */
  boolean share(String sandbox, ConversationId own) {
    return startsOncePlaced(sandbox, own).stream()
            .anyMatch(task -> isMeantFor(sandbox, task) || isUnplacedOfOurs(task))
        || sandboxes.conversationsIn(sandbox) > 1;
  }

  /** Whether a conversation is starting in a sandbox, which must not be deleted then. */
  boolean areComing(String sandbox, ConversationId own) {
    return startsOncePlaced(sandbox, own).stream().anyMatch(task -> isMeantFor(sandbox, task));
  }

  /** Those beside it, when one is meant for the sandbox, ours have theirs, or it took too long. */
  private List<AppConversationStartTask> startsOncePlaced(String sandbox, ConversationId own) {
    List<AppConversationStartTask> others = startsBeside(own);
    for (Duration rest : UNTIL_PLACED) {
      if (others.stream().anyMatch(task -> isMeantFor(sandbox, task))
          || others.stream().noneMatch(this::isUnplacedOfOurs)) {
        break;
      }
      sandboxes.rest(rest);
      others = startsBeside(own);
    }
    return others;
  }

  private List<AppConversationStartTask> startsBeside(ConversationId own) {
    return tasks.newest().stream()
        .filter(task -> !own.equals(idOf(task)) && isUnderWay(task))
        .toList();
  }

  private boolean isUnderWay(AppConversationStartTask task) {
    ConversationId id = idOf(task);
    return task.appConversationId() == null
        && !AppConversationStartTaskStatus.READY.equals(task.status())
        && !AppConversationStartTaskStatus.ERROR.equals(task.status())
        && (id == null || !records.hasFailed(id, task));
  }

  private static boolean isMeantFor(String sandbox, AppConversationStartTask task) {
    AppConversationStartRequest request = task.request();
    return sandbox.equals(task.sandboxId())
        || (request != null && sandbox.equals(request.sandboxId()));
  }

  private boolean isUnplacedOfOurs(AppConversationStartTask task) {
    ConversationId id = idOf(task);
    return task.sandboxId() == null && id != null && task.id().equals(ledger.get(id).startTaskId());
  }

  private static @Nullable ConversationId idOf(AppConversationStartTask task) {
    return task.request() == null ? null : task.request().conversationId();
  }
}
