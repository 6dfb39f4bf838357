package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.Context;
import io.github.openhands4j.compat.internal.events.EventTranslator;
import io.github.openhands4j.compat.internal.events.NumberRange;
import io.github.openhands4j.compat.internal.events.Timestamps;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.compat.internal.numbers.Role;
import io.github.openhands4j.model.v0.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * V0 events of log entries and the V1 events they need. Pure: the same entry after the same log
 * makes the same event.
 *
 * @param log the log
 * @param events the V1 events that were found, by id
 */
record Rendering(EventLog log, Map<String, V1Event> events) {

  private static final int FAILURE_PARTS = 2;

  /** Adds the ids of the V1 events that an entry needs, its own first. */
  static void needs(EventLog log, int position, Set<String> ids) {
    Entry entry = log.at(position);
    if (entry.role() == Role.LOADING || entry.role() == Role.MADE_STATE) {
      return;
    }
    ids.add(entry.eventId());
    if (entry.role() == Role.ANSWER && entry.link() >= 0) {
      ids.add(log.at(entry.link()).eventId());
    }
    int stats = statsOf(log, entry, position);
    if (stats >= 0) {
      ids.add(log.at(stats).eventId());
    }
  }

  /**
   * The event of a position; empty if the servers have lost what it was made of, itself or another
   * event that it shows something of: rather not given than changed.
   */
  Optional<Event> at(int position) {
    Entry entry = log.at(position);
    int number = log.numberAt(position);
    if (entry.role() == Role.LOADING || entry.role() == Role.MADE_STATE) {
      return Optional.of(made(entry, number));
    }
    Set<String> needed = new HashSet<>();
    needs(log, position, needed);
    V1Event event = events.get(entry.eventId());
    if (event == null || !events.keySet().containsAll(needed)) {
      return Optional.empty();
    }
    List<Event> parts =
        EventTranslator.translate(event, context(entry, position, number - entry.part()));
    return entry.part() < parts.size() ? Optional.of(parts.get(entry.part())) : Optional.empty();
  }

  private static Event made(Entry entry, int number) {
    String[] note = String.valueOf(entry.note()).split("\n", 2);
    String time =
        entry.micros() == Entry.NO_TIME
            ? null
            : Timestamps.of(Instant.EPOCH.plus(entry.micros(), ChronoUnit.MICROS));
    return EventTranslator.state(number, time, note[0], note.length < FAILURE_PARTS ? "" : note[1]);
  }

  private Context context(Entry entry, int position, int number) {
    boolean answers = entry.role() == Role.ANSWER && entry.link() >= 0;
    Entry action = answers ? log.at(entry.link()) : null;
    int stats = statsOf(log, entry, position);
    return Context.numbered(number)
        .cause(action == null ? null : Long.valueOf(log.numberAt(entry.link())))
        .action(action == null ? null : events.get(action.eventId()))
        .calls(Math.max(1, action == null ? entry.calls() : action.calls()))
        .model(log.modelAt(answers ? entry.link() : position))
        .stats(stats < 0 ? null : events.get(log.at(stats).eventId()))
        .first(log.isFirstMessage(position))
        .numbers(id -> numbersOf(id, position))
        .build();
  }

  private static int statsOf(EventLog log, Entry entry, int position) {
    boolean hasCosts = entry.role() == Role.ACTION || entry.role() == Role.OTHER;
    return hasCosts ? log.statsBefore(position) : -1;
  }

  /** The numbers that an earlier event has; none if it came later, so that this never changes. */
  private @Nullable NumberRange numbersOf(String eventId, int before) {
    int position = log.find(eventId, 0);
    if (position < 0 || position >= before || !log.at(position).role().isNumbered()) {
      return null;
    }
    long number = log.numberAt(position);
    return new NumberRange(number, log.find(eventId, 1) >= 0 ? number + 1 : number);
  }
}
