package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger.Starting;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.core.internal.batch.Batches;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The conversations this process started that have no row yet. A part of them is read in at most
 * two requests, and one more for each part before it that has arrived meanwhile.
 */
final class StillStarting {

  /**
   * Of many creates that nobody read, a list still shows something and costs no minute's budget.
   */
  private static final int MOST_PARTS = 5;

  private final OpenHandsClient client;
  private final StartTasks tasks;
  private final ConversationLedger ledger;

  StillStarting(OpenHandsClient client, StartTasks tasks, ConversationLedger ledger) {
    this.client = client;
    this.tasks = tasks;
    this.ledger = ledger;
  }

  /**
   * Some of them, newest first; a failed start stays among them until it is deleted, and costs no
   * request.
   *
   * @param tasks by their numbers
   * @param next the number to go on before, or null if these were the last
   */
  record Part(SortedMap<Long, Found.Task> tasks, @Nullable Long next) {

    private boolean isOver() {
      return tasks.isEmpty() && next != null;
    }
  }

  /**
   * The newest of those with a smaller number, as many as can be asked for at once. Where all of
   * them have arrived, the next ones.
   */
  Part read(long before) {
    Part part = readOnce(before);
    for (int parts = 1; part.isOver() && parts < MOST_PARTS; parts++) {
      part = readOnce(Objects.requireNonNull(part.next()));
    }
    return part;
  }

  private Part readOnce(long before) {
    List<Starting> all = ledger.starting(before);
    List<Starting> some = all.subList(0, Math.min(all.size(), Batches.MOST_IDS));
    Map<ConversationId, AppConversationStartTask> known = pending(some);
    SortedMap<Long, Found.Task> found = new TreeMap<>(Comparator.reverseOrder());
    for (Starting it : some) {
      AppConversationStartTask task =
          known.getOrDefault(it.id(), ledger.get(it.id()).failedStart());
      if (task != null) {
        found.put(it.number(), new Found.Task(it.id(), task));
      }
    }
    return new Part(found, some.size() < all.size() ? some.get(some.size() - 1).number() : null);
  }

  private Map<ConversationId, AppConversationStartTask> pending(List<Starting> some) {
    Map<StartTaskId, ConversationId> owners = new LinkedHashMap<>();
    for (Starting it : some) {
      Memory memory = ledger.get(it.id());
      if (memory.failedStart() == null && memory.startTaskId() != null) {
        owners.put(memory.startTaskId(), it.id());
      }
    }
    if (owners.isEmpty()) {
      return Map.of();
    }
    Set<ConversationId> arrived = client.conversations().getAll(owners.values()).keySet();
    arrived.forEach(ledger::arrived);
    owners.values().removeAll(arrived);
    return owners.isEmpty() ? Map.of() : tasks.read(owners);
  }
}
