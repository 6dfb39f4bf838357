package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.Timestamps;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.numbers.Numbering;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a conversation: takes what is new from both servers, a page at a time, and gives
 * it numbers. Used by one thread.
 */
final class Reading {

  /**
   * How far back a reading looks behind the newest event it knows: events get to the app server up
   * to half a minute late, after failures later, and with the times at which they happened.
   */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** How many events are kept at hand. */
  private static final int MOST_AT_HAND = 400;

  private static final Comparator<V1Event> BY_TIME = Comparator.comparingLong(Numbering::microsOf);

  private final EventSource source;
  private final EventLogs logs;
  private final Endings endings;
  private final AppConversation row;
  private final EventLog log;
  private final Iterator<List<V1Event>> stored;
  private @Nullable Iterator<List<V1Event>> live;
  private boolean ended;
  private final Map<String, V1Event> atHand =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V1Event> eldest) {
          return size() > MOST_AT_HAND;
        }
      };

  Reading(EventSource source, EventLogs logs, Endings endings, AppConversation row) {
    this.source = source;
    this.logs = logs;
    this.endings = endings;
    this.row = row;
    this.log = logs.open(row.id());
    this.stored = source.stored(row.id(), since(log));
  }

  ConversationId id() {
    return row.id();
  }

  EventLog log() {
    return log;
  }

  EventSource source() {
    return source;
  }

  /** An event that was read just now, or null. */
  @Nullable V1Event atHand(String eventId) {
    return atHand.get(eventId);
  }

  /** Reads one page more; false when there is nothing more to read. */
  boolean pull() {
    if (stored.hasNext()) {
      take(stored.next());
      return true;
    }
    if (live == null) {
      live = source.live(row, since(log));
    }
    if (live.hasNext()) {
      take(live.next());
      return true;
    }
    if (!ended) {
      ended = true;
      append(logs, id(), log, size -> endings.of(row, log));
    }
    return false;
  }

  private void take(List<V1Event> page) {
    List<V1Event> events = new ArrayList<>(page);
    events.sort(BY_TIME);
    events.forEach(event -> atHand.put(event.id(), event));
    append(
        logs,
        id(),
        log,
        size -> {
          List<Entry> entries = new ArrayList<>(Beginning.before(log, size, row, events));
          entries.addAll(Numbering.plan(log, size + entries.size(), events, isIdle()));
          return entries;
        });
  }

  private boolean isIdle() {
    return ConversationExecutionStatus.IDLE.equals(row.executionStatus());
  }

  /** Makes entries for the log as it is, again if somebody else was faster. */
  static void append(
      EventLogs logs, ConversationId id, EventLog log, IntFunction<List<Entry>> entries) {
    int size = log.size();
    while (!logs.append(id, log, size, entries.apply(size))) {
      size = log.size();
    }
  }

  private static @Nullable String since(EventLog log) {
    long newest = log.newest();
    return newest == Entry.NO_TIME
        ? null
        : Timestamps.of(
            Instant.EPOCH
                .plus(newest, ChronoUnit.MICROS)
                .minus(MARGIN)
                .truncatedTo(ChronoUnit.SECONDS));
  }
}
