package io.github.openhands4j.compat.internal.numbers;

import io.github.openhands4j.compat.EventLedger;
import io.github.openhands4j.model.ConversationId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logs of all conversations, in memory and bounded: the one longest not read goes first. With a
 * ledger they are copies of what it has. Thread-safe.
 */
public final class EventLogs {

  private static final long MOST_BYTES = 64L << 20;
  private static final float LOAD = 0.75f;

  private final @Nullable EventLedger ledger;
  private final long mostBytes;
  private final Map<ConversationId, EventLog> logs = new LinkedHashMap<>(16, LOAD, true);

  /**
   * Creates an empty collection.
   *
   * @param ledger where the logs are kept, or null for memory alone
   */
  public EventLogs(@Nullable EventLedger ledger) {
    this(ledger, MOST_BYTES);
  }

  EventLogs(@Nullable EventLedger ledger, long mostBytes) {
    this.ledger = ledger;
    this.mostBytes = mostBytes;
  }

  /**
   * The log of a conversation, with everything that other processes have appended by now.
   *
   * @param id the conversation
   * @return its log
   */
  public EventLog open(ConversationId id) {
    EventLog log;
    synchronized (this) {
      log = logs.computeIfAbsent(id, key -> new EventLog());
    }
    synchronized (log) {
      catchUp(id, log);
    }
    return log;
  }

  /**
   * Appends entries, if nobody else has meanwhile.
   *
   * @param id the conversation
   * @param log its log
   * @param expected the size that the entries were made for
   * @param entries the entries
   * @return false if there is more in the log now, for which new entries have to be made
   */
  public boolean append(ConversationId id, EventLog log, int expected, List<Entry> entries) {
    if (entries.isEmpty()) {
      return true;
    }
    boolean appended;
    synchronized (log) {
      appended =
          expected == log.size()
              && (ledger == null
                  || ledger.append(id, expected, entries.stream().map(Entry::line).toList()));
      if (appended) {
        log.append(expected, entries);
      } else {
        catchUp(id, log);
      }
    }
    shrink();
    return appended;
  }

  private void catchUp(ConversationId id, EventLog log) {
    if (ledger == null) {
      return;
    }
    List<String> lines = ledger.read(id, log.size());
    while (!lines.isEmpty()) {
      log.append(log.size(), lines.stream().map(Entry::parse).toList());
      lines = ledger.read(id, log.size());
    }
  }

  private synchronized void shrink() {
    long bytes = logs.values().stream().mapToLong(EventLog::bytes).sum();
    Iterator<EventLog> eldest = logs.values().iterator();
    while (bytes > mostBytes && logs.size() > 1) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
  }
}
