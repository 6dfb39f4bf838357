package io.github.openhands4j.compat.internal.ledger;

import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import java.time.Duration;
import java.util.Map;

/**
 * Conversations of which something is known for a short while, such as that the server does not
 * list them. At most a thousand; the oldest go first. Thread-safe.
 */
public final class RecentIds {

  private static final int MOST = 1_000;

  private final TimeSource time;
  private final Duration remembered;
  private final Map<ConversationId, Long> since = BoundedMap.ofLatestAdded(MOST);

  /**
   * Nothing is known yet.
   *
   * @param time the clock
   * @param remembered how long an id is remembered
   */
  public RecentIds(TimeSource time, Duration remembered) {
    this.time = time;
    this.remembered = remembered;
  }

  /**
   * Whether an id was added a short while ago.
   *
   * @param id the conversation
   * @return true while it is remembered
   */
  public synchronized boolean contains(ConversationId id) {
    Long at = since.get(id);
    return at != null && time.nanoTime() - at < remembered.toNanos();
  }

  /**
   * Remembers an id from now on.
   *
   * @param id the conversation
   */
  public synchronized void add(ConversationId id) {
    since.remove(id); // so that it becomes the youngest entry
    since.put(id, time.nanoTime());
  }
}
