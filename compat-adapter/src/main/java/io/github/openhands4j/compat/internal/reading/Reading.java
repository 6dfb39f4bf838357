package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.PackedEvent;
import io.github.openhands4j.compat.internal.events.Timestamps;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.numbers.Numbering;
import io.github.openhands4j.compat.internal.numbers.ReadMark;
import io.github.openhands4j.compat.internal.translate.SandboxState;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a conversation: takes what is new from both servers, a page at a time, and gives
 * it numbers. Used by one thread.
 */
final class Reading {

  /**
   * How far back a reading looks behind the end of the one before: events get to the app server up
   * to half a minute late, after failures later, and with the times at which they happened.
   */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** A ledger that refuses lines although nobody else appended any is broken. */
  private static final int MOST_REFUSALS = 10;

  /** How many events are kept at hand. */
  private static final int MOST_AT_HAND = 400;

  private final EventSource source;
  private final EventLogs logs;
  private final Endings endings;
  private final TimeSource time;
  private final AppConversation row;
  private final SandboxState sandbox;
  private final EventLog log;
  private final News news;
  private final long storedSince;
  private boolean asksAgent;
  private boolean ended;
  private final Map<String, V1Event> atHand = BoundedMap.ofLatestAdded(MOST_AT_HAND);

  Reading(
      EventSource source,
      EventLogs logs,
      Endings endings,
      TimeSource time,
      AppConversation row,
      SandboxState sandbox) {
    this.source = source;
    this.logs = logs;
    this.endings = endings;
    this.time = time;
    this.row = row;
    this.sandbox = sandbox;
    this.log = logs.open(row.id());
    log.passReadElsewhere(latest());
    this.storedSince = since(log.storedMark());
    this.asksAgent = isRunning() && !source.isLeftAlone(row.id());
    this.news =
        new News(
            source.stored(row.id(), text(storedSince)),
            source.live(row, text(since(log.liveMark()))),
            latest());
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

  /** Reads one page more of each server; false when there is nothing more to read. */
  boolean pull() {
    if (news.hasNext()) {
      News.Part part = news.next();
      List<V1Event> unstored = part.added().stream().filter(this::isUnstored).toList();
      take(part);
      log.stored(part.stored());
      log.hold(unstored);
      move(part);
      if (part.storedUntil() != Entry.NO_TIME) {
        keep(Math.min(overdue(), part.storedUntil() - 1)); // the same time may come once more
      }
      logs.recount(id(), log);
      return true;
    }
    if (!ended) {
      ended = true;
      append(logs, id(), log, size -> endings.of(row, sandbox, log));
      keep(mayGoOn() ? overdue() : Long.MAX_VALUE);
      if (!mayGoOn()) {
        log.liveMark().advance(newest()); // what was not read by now is not told later
      }
      logs.recount(id(), log);
    }
    return false;
  }

  /** Whether an event of the agent server alone is news, or where the app server was asked too. */
  private boolean isUnstored(V1Event event) {
    return log.find(event.id(), 0) < 0
        || storedSince == Entry.NO_TIME
        || Numbering.microsOf(event) >= storedSince;
  }

  private void move(News.Part part) {
    log.passReadElsewhere(latest());
    log.storedMark().advance(part.storedUntil());
    log.liveMark().advance(part.liveUntil());
    if (asksAgent && source.isLeftAlone(id())) {
      asksAgent = false;
      log.liveMark().failed(newest(), time.nanoTime());
    }
  }

  /**
   * Lets other processes have what the app server should have by now and has not, or will never
   * have. It is done after each part: this process may end before the reading does. Without a
   * ledger it is held here already.
   */
  private void keep(long until) {
    if (logs.areDurable()) {
      append(logs, id(), log, size -> log.heldSince(until));
    }
  }

  /** The time of an event that the app server should have by now. */
  private long overdue() {
    return Entry.microsOf(time.now().minus(MARGIN));
  }

  /** Whether the agent may have more to tell. A sandbox that reads as broken may only be busy. */
  private boolean mayGoOn() {
    return isRunning() || sandbox == SandboxState.DOUBTFUL;
  }

  private boolean isRunning() {
    return SandboxStatus.RUNNING.equals(row.sandboxStatus());
  }

  /** What either server has from the time of an event on. */
  List<V1Event> around(Entry entry) {
    String time = text(entry.micros());
    List<V1Event> found = new ArrayList<>();
    for (Iterator<List<V1Event>> pages :
        List.of(source.live(row, time), source.stored(row.id(), time))) {
      if (pages.hasNext()) {
        found.addAll(pages.next());
      }
    }
    return found;
  }

  private void take(News.Part part) {
    List<V1Event> events = part.all();
    events.forEach(event -> atHand.putIfAbsent(event.id(), event));
    append(
        logs,
        id(),
        log,
        size -> {
          List<Entry> entries = new ArrayList<>(Beginning.before(log, size, row, events));
          entries.addAll(Numbering.plan(log, size + entries.size(), events, isIdle()));
          entries.addAll(contents(part.added()));
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

  /** One event from next year does not stand for all that come before it. */
  private long newest() {
    return log.newestUntil(latest());
  }

  private long latest() {
    return Entry.microsOf(time.now().plus(MARGIN));
  }

  private long since(ReadMark mark) {
    long until = Math.min(mark.until(), newest());
    return until == Entry.NO_TIME ? until : until - TimeUnit.MICROSECONDS.convert(MARGIN);
  }

  /** Whole seconds: times are compared as texts, and servers leave zeros of fractions out. */
  private static @Nullable String text(long micros) {
    return micros == Entry.NO_TIME
        ? null
        : Timestamps.of(
            Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.SECONDS));
  }
}
