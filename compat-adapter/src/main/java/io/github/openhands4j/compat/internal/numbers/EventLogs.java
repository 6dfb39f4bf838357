package io.github.openhands4j.compat.internal.numbers;

import io.github.openhands4j.compat.EventLedger;
import io.github.openhands4j.compat.internal.events.PackedEvent;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.model.ConversationId;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logs of all conversations, in memory and bounded: the one longest not read goes first. One
 * that somebody still reads is found again even then, so that a conversation never has two. With a
 * ledger they are copies of what it has. A slow ledger keeps only readers of the same conversation
 * waiting. Thread-safe.
 */
public final class EventLogs {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");
  private static final long MOST_BYTES = 64L << 20;
  private static final float LOAD = 0.75f;

  private final @Nullable EventLedger ledger;
  private final long mostBytes;
  private final Map<ConversationId, EventLog> logs = new LinkedHashMap<>(16, LOAD, true);
  private final Map<ConversationId, WeakReference<EventLog>> dropped = new HashMap<>();

  /** What each log counts for in the sum, which is not added up anew with each append. */
  private final Map<ConversationId, Long> counted = new HashMap<>();

  private long bytes;
  private final AtomicBoolean warned = new AtomicBoolean();

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
   * Whether the logs outlive this process.
   *
   * @return true with a ledger
   */
  public boolean areDurable() {
    return ledger != null;
  }

  /**
   * The log of a conversation, with everything that other processes have appended by now.
   *
   * @param id the conversation
   * @return its log
   */
  public EventLog open(ConversationId id) {
    EventLog log = find(id);
    if (ledger != null) {
      lock(log);
      try {
        catchUp(ledger, id, log);
        count(id, log);
      } finally {
        log.ledgerLock().unlock();
      }
    }
    return log;
  }

  private synchronized EventLog find(ConversationId id) {
    EventLog found =
        logs.computeIfAbsent(
            id,
            key -> {
              WeakReference<EventLog> stillRead = dropped.remove(key);
              EventLog log = stillRead == null ? null : stillRead.get();
              return log == null ? new EventLog() : log;
            });
    if (!counted.containsKey(id)) {
      count(id, found); // it may be one that was dropped while it was read
    }
    return found;
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
    boolean appended =
        ledger == null ? log.append(expected, entries) : append(ledger, id, log, expected, entries);
    recount(id, log);
    return appended;
  }

  /**
   * Makes room for what a log has grown by, also by contents that are held in it.
   *
   * @param id the conversation
   * @param log its log
   */
  public void recount(ConversationId id, EventLog log) {
    boolean lost = shrink(id, log) && ledger == null;
    if (lost && !warned.getAndSet(true)) {
      LOG.warn(
          "there is no room for the numbers of all events: those of conversations that were longest"
              + " not read are made anew when they are read again, and may differ then; an"
              + " EventLedger keeps them; said once [most-bytes={}]",
          mostBytes);
    }
  }

  private static boolean append(
      EventLedger ledger, ConversationId id, EventLog log, int expected, List<Entry> entries) {
    lock(log);
    try {
      boolean appended =
          expected == log.size()
              && ledger.append(id, expected, entries.stream().map(Entry::line).toList());
      if (appended) {
        log.append(expected, entries);
      } else {
        catchUp(ledger, id, log);
      }
      return appended;
    } finally {
      log.ledgerLock().unlock();
    }
  }

  /** Whoever holds it waits for the program's own ledger, which may take any time. */
  private static void lock(EventLog log) {
    try {
      log.ledgerLock().lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "Interrupted while waiting for the event ledger.", false, null, e);
    }
  }

  private static void catchUp(EventLedger ledger, ConversationId id, EventLog log) {
    boolean isNew = log.size() == 0;
    List<String> lines = ledger.read(id, log.size());
    while (!lines.isEmpty()) {
      log.append(log.size(), lines.stream().map(Entry::parse).toList());
      lines = ledger.read(id, log.size());
    }
    if (isNew) {
      log.wasReadElsewhere();
    }
  }

  /**
   * An event whose content was kept because the app server does not have it.
   *
   * @param id the conversation
   * @param log its log
   * @param eventId the event
   * @return the event, or empty if it was not kept
   */
  public Optional<V1Event> kept(ConversationId id, EventLog log, String eventId) {
    String content = log.content(eventId);
    int line = content == null ? log.find(eventId, Entry.CONTENT) : -1;
    if (line >= 0 && ledger != null) {
      content =
          ledger.read(id, line).stream()
              .findFirst()
              .map(Entry::parse)
              .map(Entry::note)
              .orElse(null);
    }
    return Optional.ofNullable(content).map(PackedEvent::parse);
  }

  /** Whether a log is held even if nobody reads it. */
  synchronized boolean holds(ConversationId id) {
    return logs.containsKey(id);
  }

  /** A log that is not held counts for nothing. */
  private synchronized void count(ConversationId id, EventLog log) {
    if (logs.containsKey(id)) { // to get it would make it the youngest
      long size = log.bytes();
      Long before = counted.put(id, size);
      bytes += size - (before == null ? 0 : before);
    }
  }

  /** Makes room; true if a log had to go for it. */
  private synchronized boolean shrink(ConversationId id, EventLog log) {
    count(id, log);
    int before = logs.size();
    Iterator<Map.Entry<ConversationId, EventLog>> eldest = logs.entrySet().iterator();
    while (bytes > mostBytes && logs.size() > 1) {
      Map.Entry<ConversationId, EventLog> surplus = eldest.next();
      Long size = counted.remove(surplus.getKey());
      bytes -= size == null ? 0 : size;
      dropped.put(surplus.getKey(), new WeakReference<>(surplus.getValue()));
      eldest.remove();
    }
    dropped.values().removeIf(each -> each.get() == null);
    return logs.size() < before;
  }
}
