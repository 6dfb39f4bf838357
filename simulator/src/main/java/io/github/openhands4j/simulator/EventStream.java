package io.github.openhands4j.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The events of one conversation, in two orders: as the agent server has them, in the order of
 * their arrival, and as the app server has them, by time and only what was delivered so far.
 */
final class EventStream {

  private record Waiting(StoredEvent event, Instant since) {}

  private final EventDelivery delivery;
  private final Consumer<StoredEvent> news;
  private final List<StoredEvent> agent = new ArrayList<>();
  private final List<StoredEvent> store = new ArrayList<>();
  private final Map<String, StoredEvent> byId = new HashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** An empty stream; {@code news} is told what the agent server has. */
  EventStream(EventDelivery delivery, Consumer<StoredEvent> news) {
    this.delivery = delivery;
    this.news = news;
  }

  /** The agent server has an event and sends it on. */
  void add(StoredEvent event, Instant at) {
    agent.add(event);
    waiting.add(new Waiting(event, at));
    deliver(at);
    news.accept(event);
  }

  /** The agent server has an event that never reaches the app server. */
  void addToAgent(StoredEvent event) {
    agent.add(event);
    news.accept(event);
  }

  /** The app server has an event that the agent server does not list. */
  void addToStore(StoredEvent event) {
    byId.put(key(event.id()), event);
    boolean newest =
        store.isEmpty()
            || store.get(store.size() - 1).timestamp().compareTo(event.timestamp()) <= 0;
    int at = newest ? store.size() : SortedEvents.firstAfter(store, event.timestamp());
    store.add(at, event);
  }

  /** Everything still on its way arrives now. */
  void deliverAll() {
    while (!waiting.isEmpty()) {
      addToStore(waiting.remove().event());
    }
  }

  /** What the agent server lists, in order of arrival. */
  List<StoredEvent> agent() {
    return Collections.unmodifiableList(agent);
  }

  /** What the app server lists at a time, oldest first. */
  List<StoredEvent> store(Instant now) {
    deliver(now);
    return Collections.unmodifiableList(store);
  }

  /** An event of the app server by its id, whatever form a UUID has. */
  Optional<StoredEvent> stored(String id, Instant now) {
    deliver(now);
    return Optional.ofNullable(byId.get(key(id)));
  }

  private void deliver(Instant now) {
    while (waiting.size() >= delivery.batch()) {
      for (int i = 0; i < delivery.batch(); i++) {
        addToStore(waiting.remove().event());
      }
    }
    Waiting oldest = waiting.peek();
    if (oldest != null && !oldest.since().plus(delivery.patience()).isAfter(now)) {
      deliverAll();
    }
  }

  private static String key(String id) {
    return Uuids.hex(id).orElse(id);
  }
}
