package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.ledger.RecentIds;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what V1 knows of an id: the conversation, else its start task. Works for conversations that
 * another process started.
 */
public final class Finder {

  /** Between the looks for what is known to exist: ten seconds, as long as replicas lag. */
  private static final List<Duration> BETWEEN_LOOKS =
      Stream.of(500, 1_000, 2_000, 3_000, 3_500).map(Duration::ofMillis).toList();

  /** For so long the starts of an id that was looked for in vain are not searched again. */
  private static final Duration STILL_UNKNOWN = Duration.ofSeconds(10);

  private final SharedReads<ConversationId, AppConversation> reads;
  private final StartTasks tasks;
  private final ConversationLedger ledger;
  private final TimeSource time;
  private final RecentIds unknown;

  Finder(
      SharedReads<ConversationId, AppConversation> reads,
      StartTasks tasks,
      ConversationLedger ledger,
      TimeSource time) {
    this(reads, tasks, ledger, time, new RecentIds(time, STILL_UNKNOWN));
  }

  private Finder(
      SharedReads<ConversationId, AppConversation> reads,
      StartTasks tasks,
      ConversationLedger ledger,
      TimeSource time,
      RecentIds unknown) {
    this.reads = reads;
    this.tasks = tasks;
    this.ledger = ledger;
    this.time = time;
    this.unknown = unknown;
  }

  /** One that knows the same and reads conversations by other requests. */
  Finder by(SharedReads<ConversationId, AppConversation> otherReads) {
    return new Finder(otherReads, tasks, ledger, time, unknown);
  }

  /**
   * Looks for an id. What is known to exist is not given up after one look: its task may be read
   * before its row exists and its row after, or a replica may lag. Once it is given up, one look is
   * enough, until it is there again.
   *
   * @param id the id
   * @return what is known of it
   */
  public Found find(ConversationId id) {
    Found found = look(id);
    for (Duration rest : BETWEEN_LOOKS) {
      if (!isMissed(id, found)) {
        break;
      }
      Rests.rest(time, rest, "a conversation");
      found = look(id);
    }
    return found;
  }

  private boolean isMissed(ConversationId id, Found found) {
    Memory memory = ledger.get(id);
    return found instanceof Found.Nothing
        && memory.isKnown()
        && !memory.deleted()
        && !memory.isGone(time.nanoTime());
  }

  private Found look(ConversationId id) {
    Optional<AppConversation> row = reads.get(id);
    if (row.isPresent()) {
      ledger.arrived(id);
      listed(id);
      return new Found.Row(row.get());
    }
    Memory memory = ledger.get(id);
    if (memory.deleted() || unknown.contains(id)) {
      return new Found.Nothing();
    }
    Optional<AppConversationStartTask> task = tasks.of(id);
    if (task.isPresent()) {
      listed(id);
      return new Found.Task(id, task.get());
    }
    if (!memory.isKnown() || missed(id).isGone(time.nanoTime())) {
      unknown.add(id);
    }
    return new Found.Nothing();
  }

  private void listed(ConversationId id) {
    if (ledger.get(id).missedLooks() != 0) {
      ledger.update(id, Memory::listed);
    }
  }

  private Memory missed(ConversationId id) {
    return ledger.update(id, memory -> memory.missed(time.nanoTime()));
  }
}
