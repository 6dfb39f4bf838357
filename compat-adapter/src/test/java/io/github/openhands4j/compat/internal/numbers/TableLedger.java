package io.github.openhands4j.compat.internal.numbers;

import io.github.openhands4j.compat.EventLedger;
import io.github.openhands4j.model.ConversationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger as a table would be one; reads a few lines at a time. */
public final class TableLedger implements EventLedger {

  private static final int AT_ONCE = 7;

  private final Map<ConversationId, List<String>> rows = new HashMap<>();

  @Override
  public synchronized List<String> read(ConversationId conversation, int from) {
    List<String> lines = rows.getOrDefault(conversation, List.of());
    return List.copyOf(
        lines.subList(Math.min(from, lines.size()), Math.min(from + AT_ONCE, lines.size())));
  }

  @Override
  public synchronized boolean append(ConversationId conversation, int from, List<String> lines) {
    List<String> all = rows.computeIfAbsent(conversation, id -> new ArrayList<>());
    return all.size() == from && all.addAll(lines);
  }
}
