package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.PackedEvent;
import io.github.openhands4j.compat.internal.events.Timestamps;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.numbers.Numbering;
import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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

  /** A ledger that refuses lines although nobody else appended any is broken. */
  private static final int MOST_REFUSALS = 10;

  /** How many events are kept at hand. */
  private static final int MOST_AT_HAND = 400;

  private static final Comparator<V1Event> BY_TIME = Comparator.comparingLong(Numbering::microsOf);

  private final EventSource source;
  private final EventLogs logs;
  private final BiFunction<AppConversation, EventLog, List<Entry>> endings;
  private final TimeSource time;
  private final AppConversation row;
  private final EventLog log;
  private final Iterator<List<V1Event>> stored;
  private @Nullable Iterator<List<V1Event>> live;
  private boolean ended;
  private final Map<String, V1Event> atHand = BoundedMap.ofLatestAdded(MOST_AT_HAND);

  Reading(
      EventSource source,
      EventLogs logs,
      BiFunction<AppConversation, EventLog, List<Entry>> endings,
      TimeSource time,
      AppConversation row) {
    this.source = source;
    this.logs = logs;
    this.endings = endings;
    this.time = time;
    this.row = row;
    this.log = logs.open(row.id());
    this.stored = source.stored(row.id(), since());
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

  /** An event whose content was kept because the app server does not have it. */
  Optional<V1Event> kept(String eventId) {
    return logs.kept(id(), log, eventId);
  }

  /** The app server has these. */
  void seenStored(List<V1Event> events) {
    log.stored(events);
  }

  /** Reads one page more; false when there is nothing more to read. */
  boolean pull() {
    if (stored.hasNext()) {
      List<V1Event> page = stored.next();
      List<V1Event> added = log.lastEvent() < 0 ? beginningBeside(page) : List.of();
      take(page, added);
      log.stored(page);
      log.hold(added);
      return true;
    }
    if (live == null) {
      live = source.live(row, since());
    }
    if (live.hasNext()) {
      List<V1Event> page = live.next();
      take(List.of(), page);
      log.hold(page);
      return true;
    }
    if (!ended) {
      ended = true;
      append(logs, id(), log, size -> endings.apply(row, log));
      keepWhatIsNotStored();
    }
    return false;
  }

  /**
   * Lets other processes have what the app server should have by now and has not, or will never
   * have. Without a ledger it is held here already.
   */
  private void keepWhatIsNotStored() {
    if (logs.areDurable()) {
      long due = isRunning() ? Entry.microsOf(time.now().minus(MARGIN)) : Long.MAX_VALUE;
      append(logs, id(), log, size -> log.heldSince(due));
    }
  }

  private boolean isRunning() {
    return SandboxStatus.RUNNING.equals(row.sandboxStatus());
  }

  /**
   * What the agent server alone has of the time of the first page of all: the system prompt, which
   * V0 had first, and which the app server may not have stored yet.
   */
  private List<V1Event> beginningBeside(List<V1Event> page) {
    Iterator<List<V1Event>> beginning = source.live(row, null);
    if (!beginning.hasNext()) {
      return List.of();
    }
    List<V1Event> added = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    page.forEach(event -> ids.add(event.id()));
    long last =
        stored.hasNext() && !page.isEmpty()
            ? Numbering.microsOf(page.get(page.size() - 1))
            : Long.MAX_VALUE;
    for (V1Event event : beginning.next()) {
      if (ids.add(event.id()) && Numbering.microsOf(event) <= last) {
        added.add(event);
      }
    }
    return added;
  }

  /** What either server has from the time of an event on. */
  List<V1Event> around(Entry entry) {
    String time = entry.micros() == Entry.NO_TIME ? null : text(entry.micros(), Duration.ZERO);
    List<V1Event> found = new ArrayList<>();
    for (Iterator<List<V1Event>> pages :
        List.of(source.live(row, time), source.stored(row.id(), time))) {
      if (pages.hasNext()) {
        found.addAll(pages.next());
      }
    }
    return found;
  }

  private void take(List<V1Event> page, List<V1Event> ofTheAgentServer) {
    List<V1Event> events = new ArrayList<>(page);
    events.addAll(ofTheAgentServer);
    events.sort(BY_TIME);
    events.forEach(event -> atHand.putIfAbsent(event.id(), event)); // the app server told first
    append(
        logs,
        id(),
        log,
        size -> {
          List<Entry> entries = new ArrayList<>(Beginning.before(log, size, row, events));
          entries.addAll(Numbering.plan(log, size + entries.size(), events, isIdle()));
          entries.addAll(contents(ofTheAgentServer));
          return entries;
        });
  }

  /** Contents of events that the app server will tell otherwise, to stand right behind them. */
  private List<Entry> contents(List<V1Event> events) {
    return events.stream()
        .filter(event -> event.differsBetweenServers() && !event.id().isEmpty())
        .filter(event -> log.find(event.id(), 0) < 0) // else it was given as the app server has it
        .map(event -> Entry.kept(event.id(), PackedEvent.of(event)))
        .toList();
  }

  private boolean isIdle() {
    return ConversationExecutionStatus.IDLE.equals(row.executionStatus());
  }

  /** Makes entries for the log as it is, again if somebody else was faster. */
  static void append(
      EventLogs logs, ConversationId id, EventLog log, IntFunction<List<Entry>> entries) {
    int size = log.size();
    int refusals = 0;
    while (!logs.append(id, log, size, entries.apply(size))) {
      refusals = log.size() == size ? refusals + 1 : 0;
      if (refusals == MOST_REFUSALS) {
        throw new IllegalStateException("the event ledger refuses lines behind its own last one");
      }
      size = log.size();
    }
  }

  private @Nullable String since() {
    long newest = log.newestUntil(Entry.microsOf(time.now().plus(MARGIN)));
    return newest == Entry.NO_TIME ? null : text(newest, MARGIN);
  }

  /** Whole seconds: times are compared as texts, and servers leave zeros of fractions out. */
  private static String text(long micros, Duration before) {
    return Timestamps.of(
        Instant.EPOCH
            .plus(micros, ChronoUnit.MICROS)
            .minus(before)
            .truncatedTo(ChronoUnit.SECONDS));
  }
}
