package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conversations whose agent server did not answer a moment ago: it is left alone for a while, so
 * that not each read of events waits for it. Thread-safe.
 */
final class Unreachable {

  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
  private static final int MOST = 1_000;

  private final TimeSource time;
  private final Map<ConversationId, Long> since =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Long> eldest) {
          return size() > MOST;
        }
      };

  Unreachable(TimeSource time) {
    this.time = time;
  }

  synchronized boolean contains(ConversationId id) {
    Long at = since.get(id);
    return at != null && time.nanoTime() - at < LEFT_ALONE.toNanos();
  }

  synchronized void add(ConversationId id) {
    since.remove(id); // so that it becomes the youngest entry
    since.put(id, time.nanoTime());
  }
}
