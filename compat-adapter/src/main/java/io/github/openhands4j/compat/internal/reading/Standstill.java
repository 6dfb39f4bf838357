package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Watches conversations in which nothing moves. V1's own event may be half a minute late, with
 * others before it, and what the conversation shows may still be of the run before. Thread-safe.
 */
final class Standstill {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** No two clocks are so far apart. */
  private static final Duration SURELY_OLD = Duration.ofDays(1);

  private static final int MOST = 10_000;

  private record Still(String eventId, String word, long sinceNanos) {}

  private final TimeSource time;
  private final Map<ConversationId, Still> stills = BoundedMap.ofLatestAdded(MOST);

  Standstill(TimeSource time) {
    this.time = time;
  }

  /** Something else than an end is shown. */
  synchronized void moves(ConversationId id) {
    stills.remove(id);
  }

  /** Whether the same word is shown behind the same last event for long enough. */
  synchronized boolean lasts(ConversationId id, String eventId, long micros, String word) {
    if (isOld(micros)) {
      return true;
    }
    Still before = stills.get(id);
    if (before == null || !before.eventId().equals(eventId) || !before.word().equals(word)) {
      stills.remove(id); // its place is that of the newest
      stills.put(id, new Still(eventId, word, time.nanoTime()));
      return false;
    }
    return time.nanoTime() - before.sinceNanos() >= PATIENCE.toNanos();
  }

  private boolean isOld(long micros) {
    return micros != Entry.NO_TIME
        && Instant.EPOCH.plus(micros, ChronoUnit.MICROS).isBefore(time.now().minus(SURELY_OLD));
  }
}
