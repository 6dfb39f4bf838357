package io.github.openhands4j.v0events;

import io.github.openhands4j.compat.EventLedger;
import io.github.openhands4j.model.ConversationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger that several clients share. */
final class ListLedger implements EventLedger {

  private final Map<ConversationId, List<String>> rows = new HashMap<>();

  @Override
  public synchronized List<String> read(ConversationId conversation, int from) {
    List<String> lines = rows.getOrDefault(conversation, List.of());
    return List.copyOf(lines.subList(Math.min(from, lines.size()), lines.size()));
  }

  @Override
  public synchronized boolean append(ConversationId conversation, int from, List<String> lines) {
    List<String> all = rows.computeIfAbsent(conversation, id -> new ArrayList<>());
    return all.size() == from && all.addAll(lines);
  }
}
