package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids the server did not know a moment ago: for some seconds their starts are not searched again.
 */
final class UnknownIds {

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
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

  UnknownIds(TimeSource time) {
    this.time = time;
  }

  synchronized boolean contains(ConversationId id) {
    Long at = since.get(id);
    return at != null && time.nanoTime() - at < REMEMBERED.toNanos();
  }

  synchronized void add(ConversationId id) {
    since.remove(id); // so that it becomes the youngest entry
    since.put(id, time.nanoTime());
  }
}
