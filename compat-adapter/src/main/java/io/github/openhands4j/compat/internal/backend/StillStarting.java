package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.core.internal.batch.Batches;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conversations this process started that have no row yet, read in at most two requests. */
final class StillStarting {

  private final OpenHandsClient client;
  private final StartTasks tasks;
  private final ConversationLedger ledger;

  StillStarting(OpenHandsClient client, StartTasks tasks, ConversationLedger ledger) {
    this.client = client;
    this.tasks = tasks;
    this.ledger = ledger;
  }

  /** Newest first; a failed start stays among them until it is deleted, and costs no request. */
  List<Found.Task> read() {
    List<ConversationId> ids = ledger.starting();
    Map<ConversationId, AppConversationStartTask> known = pending(ids);
    List<Found.Task> found = new ArrayList<>();
    for (ConversationId id : ids) {
      AppConversationStartTask task = known.getOrDefault(id, ledger.get(id).failedStart());
      if (task != null) {
        found.add(new Found.Task(id, task));
      }
    }
    return found;
  }

  private Map<ConversationId, AppConversationStartTask> pending(List<ConversationId> ids) {
    Map<StartTaskId, ConversationId> owners = new LinkedHashMap<>();
    for (ConversationId id : ids) {
      Memory memory = ledger.get(id);
      if (memory.failedStart() == null
          && memory.startTaskId() != null
          && owners.size() < Batches.MOST_IDS) {
        owners.put(memory.startTaskId(), id);
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
