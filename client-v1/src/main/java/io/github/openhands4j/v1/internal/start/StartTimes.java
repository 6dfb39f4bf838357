package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The times of starts: the server's where they are known, ours elsewhere, and how far each can be
 * trusted. Thread-safe.
 *
 * <p>A handle does not say whose time it holds. So only those are trusted that this object stamped
 * with the server's time; they are remembered as long as their handles live.
 */
public final class StartTimes {

  /** A start is created at the server so much before its handle's time at most. */
  static final Duration SERVER_MARGIN = Duration.ofSeconds(6);

  /** Our clock and the server's may differ by this much. */
  static final Duration CLOCK_MARGIN = Duration.ofMinutes(15);

  private final TimeSource time;
  private final ServerClock serverClock;
  private final Set<ConversationId> stampedByServer =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * Times of the starts of one client.
   *
   * @param time our clock
   * @param serverClock the server's
   */
  public StartTimes(TimeSource time, ServerClock serverClock) {
    this.time = time;
    this.serverClock = serverClock;
  }

  /** The time of a start that is about to be made, for the handle that holds the id. */
  Instant stamp(ConversationId id) {
    return serverClock
        .now()
        .map(
            now -> {
              stampedByServer.add(id);
              return now;
            })
        .orElseGet(time::now);
  }

  /** How long before the time of a handle its start may have been created, by the server's time. */
  Duration marginOf(StartHandle handle) {
    return stampedByServer.contains(handle.conversationId()) ? SERVER_MARGIN : CLOCK_MARGIN;
  }
}
