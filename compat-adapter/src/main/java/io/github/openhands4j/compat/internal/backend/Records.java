package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.ConversationInfos;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.compat.internal.translate.SandboxState;
import io.github.openhands4j.compat.internal.translate.StatusRules;
import io.github.openhands4j.compat.internal.translate.V0Status;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes V0 records of what was read, and remembers what the next reading needs. */
final class Records {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final ConversationLedger ledger;
  private final Completion completion;
  private final TimeSource time;

  Records(ConversationLedger ledger, Completion completion, TimeSource time) {
    this.ledger = ledger;
    this.completion = completion;
    this.time = time;
  }

  private record Seen(Memory memory, V0Status status) {}

  ConversationInfo of(AppConversation row) {
    Seen seen = see(row, time.nanoTime());
    return ConversationInfos.of(seen.memory().completed(row), seen.memory(), seen.status());
  }

  ConversationInfo of(ConversationId id, AppConversationStartTask task) {
    return ConversationInfos.of(id, task, see(id, task));
  }

  /** The conversation with what its start asked for, written down or not. */
  AppConversation completed(AppConversation row) {
    return ledger.get(row.id()).completed(row);
  }

  /** Whether the server has yet to write down what its start asked for. */
  boolean isUnwritten(AppConversation row) {
    return ledger.get(row.id()).isUnwritten(row);
  }

  /** For callers who read only events: a look at the row counts as those of a get do. */
  SandboxState sandboxOf(AppConversation row) {
    long now = time.nanoTime();
    return StatusRules.sandbox(row, see(row, now).memory(), now);
  }

  /**
   * Whether its sandbox reads as gone or broken and may be neither. Asked once of each reading: it
   * counts as one of a get.
   */
  boolean isInDoubt(AppConversation row) {
    long now = time.nanoTime();
    return StatusRules.isInDoubt(row, see(row, now).memory(), time.now(), now);
  }

  /** Whether a start has failed, which it also has when nobody works on it any more. */
  boolean hasFailed(ConversationId id, AppConversationStartTask task) {
    long now = time.nanoTime();
    return StatusRules.hasFailed(task, seen(id, task, now), now);
  }

  private Seen see(AppConversation row, long now) {
    Memory before = ledger.get(row.id());
    Memory seen = ledger.update(row.id(), memory -> memory.seen(row, now));
    V0Status status = StatusRules.of(row, seen, time.now(), now, completion);
    ledger.update(row.id(), memory -> memory.shown(row, status, now));
    warnIfPausedWhileWorking(row, before);
    return new Seen(seen, status);
  }

  private V0Status see(ConversationId id, AppConversationStartTask task) {
    long now = time.nanoTime();
    return StatusRules.ofStart(task, seen(id, task, now), now);
  }

  private Memory seen(ConversationId id, AppConversationStartTask task, long now) {
    return ledger.update(id, memory -> memory.seen(task, now));
  }

  /**
   * An account runs a limited number of sandboxes: a further start pauses the oldest, working or
   * not.
   */
  private static void warnIfPausedWhileWorking(AppConversation row, Memory before) {
    boolean wasWorking = ConversationExecutionStatus.RUNNING.equals(before.lastExecution());
    if (wasWorking && SandboxStatus.PAUSED.equals(row.sandboxStatus())) {
      LOG.warn(
          "a conversation was paused while its agent was working; the account's limit of running"
              + " sandboxes may have been reached [conversation={}]",
          row.id());
    }
  }
}
