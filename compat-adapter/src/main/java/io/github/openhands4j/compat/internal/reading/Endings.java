package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.AgentStates;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.compat.internal.numbers.Role;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The end of a run that V1 shows in the conversation but stored no event for, so that callers who
 * wait for it end. V1's own event may be half a minute late, with others before it, and the status
 * may still be of the run before: an end is made only when nothing has moved for longer than that.
 * Thread-safe.
 */
final class Endings {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** No two clocks are so far apart. */
  private static final Duration SURELY_OLD = Duration.ofDays(1);

  private static final int MOST = 1_000;

  /** The parts that made ends have: an event may be the last one of several. */
  private static final Map<String, Integer> PARTS = Map.of("finished", 2, "error", 3, "stuck", 4);

  private record Still(String eventId, String status, long sinceNanos) {}

  private final TimeSource time;
  private final Map<ConversationId, Still> stills =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Still> eldest) {
          return size() > MOST;
        }
      };

  Endings(TimeSource time) {
    this.time = time;
  }

  /** The entry to append, if any, when all events were read. */
  List<Entry> of(AppConversation row, EventLog log) {
    String status = row.executionStatus() == null ? "" : row.executionStatus().value();
    Integer part = PARTS.get(status);
    int last = log.lastEvent();
    if (part == null || last < 0 || Objects.equals(AgentStates.of(status), log.state())) {
      forget(row.id());
      return List.of();
    }
    Entry event = log.at(last);
    boolean isMade = log.find(event.eventId(), part) >= 0;
    if (isMade || !hasStoodStill(row.id(), event, status)) {
      return List.of();
    }
    String note = AgentStates.of(status) + "\n" + AgentStates.reasonOf(status);
    return List.of(
        new Entry(event.eventId(), part, Role.MADE_STATE, event.micros(), Entry.NO_LINK, 0, note));
  }

  private synchronized void forget(ConversationId id) {
    stills.remove(id);
  }

  private synchronized boolean hasStoodStill(ConversationId id, Entry event, String status) {
    if (isOld(event)) {
      return true;
    }
    Still before = stills.get(id);
    if (before == null
        || !before.eventId().equals(event.eventId())
        || !before.status().equals(status)) {
      stills.put(id, new Still(event.eventId(), status, time.nanoTime()));
      return false;
    }
    return time.nanoTime() - before.sinceNanos() >= PATIENCE.toNanos();
  }

  private boolean isOld(Entry event) {
    return event.micros() != Entry.NO_TIME
        && Instant.EPOCH
            .plus(event.micros(), ChronoUnit.MICROS)
            .isBefore(time.now().minus(SURELY_OLD));
  }
}
