package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The live subscriptions of a client. Thread-safe. */
public final class LiveSubscriptions implements AutoCloseable {

  private final LiveRhythm rhythm;
  private final LiveClock clock;
  private final Supplier<Bell> bells;
  private final Set<LiveSubscription> open = new HashSet<>();
  private boolean closed;

  /**
   * No subscriptions yet.
   *
   * @param rhythm how long they rest
   * @param clock time and chance
   * @param bells makes the bell of each
   */
  public LiveSubscriptions(LiveRhythm rhythm, LiveClock clock, Supplier<Bell> bells) {
    this.rhythm = rhythm;
    this.clock = clock;
    this.bells = bells;
  }

  /**
   * Subscribes.
   *
   * @param source where events come from
   * @param id the conversation
   * @param last the last event seen, or null to be told all
   * @param listener told on a thread of its own
   * @return the subscription
   * @throws ClientClosedException if the client is closed
   */
  public LiveEvents subscribe(
      LiveSource source, ConversationId id, @Nullable Event last, LiveListener listener) {
    LiveSubscription made =
        new LiveSubscription(id, last, listener, source, rhythm, clock, bells.get(), this::forget);
    synchronized (this) {
      if (closed) {
        throw new ClientClosedException(null, false);
      }
      open.add(made);
    }
    made.start();
    return made;
  }

  private synchronized void forget(LiveSubscription ended) {
    open.remove(ended);
  }

  @Override
  public void close() {
    List<LiveSubscription> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(open);
    }
    all.forEach(LiveSubscription::close);
  }
}
