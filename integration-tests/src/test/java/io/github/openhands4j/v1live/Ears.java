package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.LiveListener;
import io.github.openhands4j.v1.LiveState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Keeps what it is told. */
final class Ears implements LiveListener {

  private static final long MOST_NANOS = Duration.ofSeconds(20).toNanos();

  private final List<Event> events = new ArrayList<>();
  private final List<LiveState> states = new ArrayList<>();
  private final List<OpenHandsException> errors = new ArrayList<>();
  private final Consumer<Event> also;

  Ears() {
    this(event -> {});
  }

  /** That also do something with each event, before it is kept. */
  Ears(Consumer<Event> also) {
    this.also = also;
  }

  @Override
  public void onEvent(Event event) {
    also.accept(event);
    synchronized (this) {
      events.add(event);
      notifyAll();
    }
  }

  @Override
  public synchronized void onState(LiveState state) {
    states.add(state);
    notifyAll();
  }

  @Override
  public synchronized void onError(OpenHandsException failure) {
    errors.add(failure);
    notifyAll();
  }

  synchronized List<String> ids() {
    return events.stream().map(Event::id).toList();
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  synchronized List<LiveState> states() {
    return List.copyOf(states);
  }

  synchronized List<OpenHandsException> errors() {
    return List.copyOf(errors);
  }

  void awaitEvents(int atLeast) {
    await("events", () -> events.size() >= atLeast);
  }

  void awaitState(LiveState wanted) {
    await(wanted + "", () -> !states.isEmpty() && states.get(states.size() - 1) == wanted);
  }

  void awaitStates(int atLeast) {
    await("states", () -> states.size() >= atLeast);
  }

  /** Waits for something that nobody tells these ears. */
  static void spin(String what, BooleanSupplier there) {
    long end = System.nanoTime() + MOST_NANOS;
    while (!there.getAsBoolean()) {
      assertThat(end - System.nanoTime()).as(what).isPositive();
      Thread.onSpinWait();
    }
  }

  synchronized void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + MOST_NANOS;
    while (!there.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      assertThat(left).as(what + " come; now " + events + states + errors).isPositive();
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
