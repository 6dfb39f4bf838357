package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.internal.event.AfterLast;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener of a subscription what the agent server has, or the app server has stored, and
 * was not told yet. For one thread.
 */
final class CatchUp {

  private final ConversationId id;
  private final @Nullable Event first;
  private final LiveSource source;
  private final LiveTeller teller;
  private final LiveThread thread;
  private final AgentTail tail;
  private boolean historyTold;
  private boolean agentTold;

  /**
   * For one subscription.
   *
   * @param first the last event that its program knew when it subscribed, or null
   */
  CatchUp(
      ConversationId id,
      @Nullable Event first,
      LiveSource source,
      LiveTeller teller,
      LiveThread thread) {
    this.id = id;
    this.first = first;
    this.source = source;
    this.teller = teller;
    this.thread = thread;
    this.tail = source.tail(id);
  }

  /** Tells what the agent server has. */
  void fromAgent(AgentEventsDoor door) {
    if (!agentTold) {
      Event since = sinceWhen();
      tellAll(() -> source.history(id, door, since), event -> true);
      historyTold = true;
      agentTold = true;
    }
    tellAll(() -> tail.from(door, teller.last()), tail::isNew);
  }

  /** What the store was told to have may have gaps; an event in one is told late, but told. */
  private @Nullable Event sinceWhen() {
    return historyTold && teller.remembersAll() ? first : teller.last();
  }

  /** Tells what the app server has stored. */
  void fromStore() {
    if (!historyTold) {
      tellAll(() -> source.history(id, null, teller.last()), event -> true);
      historyTold = true;
    } else {
      tellAll(() -> source.storedSince(id, teller.last()), afterTheFirst());
    }
  }

  /** What was seen before the subscription is not told, however late it was stored. */
  private Predicate<Event> afterTheFirst() {
    return first == null ? event -> true : new AfterLast(first);
  }

  private void tellAll(Supplier<Iterator<Event>> events, Predicate<Event> wanted) {
    Iterator<Event> walk = thread.reading(events);
    while (thread.reading(walk::hasNext)) {
      Event event = walk.next();
      if (thread.isStopped()) {
        throw new LiveThread.Stopped();
      }
      if (wanted.test(event)) {
        teller.tell(event);
      }
    }
  }
}
