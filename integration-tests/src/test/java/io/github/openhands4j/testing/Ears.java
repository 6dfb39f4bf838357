package io.github.openhands4j.testing;

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

/** Keeps what it is told of live events. Thread-safe. */
public final class Ears implements LiveListener {

  private static final long MOST_NANOS = Duration.ofSeconds(20).toNanos();

  private final List<Event> events = new ArrayList<>();
  private final List<LiveState> states = new ArrayList<>();
  private final List<OpenHandsException> errors = new ArrayList<>();
  private final Consumer<Event> also;

  /** Ears that only keep. */
  public Ears() {
    this(event -> {});
  }

  /**
   * Ears that also do something with each event, before it is kept.
   *
   * @param also what they do
   */
  public Ears(Consumer<Event> also) {
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

  /**
   * The ids of the events so far.
   *
   * @return in their order
   */
  public synchronized List<String> ids() {
    return events.stream().map(Event::id).toList();
  }

  /**
   * The events so far.
   *
   * @return in their order
   */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /**
   * The states so far.
   *
   * @return in their order
   */
  public synchronized List<LiveState> states() {
    return List.copyOf(states);
  }

  /**
   * The errors so far.
   *
   * @return in their order
   */
  public synchronized List<OpenHandsException> errors() {
    return List.copyOf(errors);
  }

  /**
   * Waits for events.
   *
   * @param atLeast how many there must be in all
   */
  public void awaitEvents(int atLeast) {
    await("events", () -> events.size() >= atLeast);
  }

  /**
   * Waits until a state is the last one told.
   *
   * @param wanted the state
   */
  public void awaitState(LiveState wanted) {
    await(wanted + "", () -> !states.isEmpty() && states.get(states.size() - 1) == wanted);
  }

  /**
   * Waits for states.
   *
   * @param atLeast how many there must be in all
   */
  public void awaitStates(int atLeast) {
    await("states", () -> states.size() >= atLeast);
  }

  /**
   * Waits for something that nobody tells these ears.
   *
   * @param what what it is, for messages
   * @param there whether it is there
   */
  public static void spin(String what, BooleanSupplier there) {
    long end = System.nanoTime() + MOST_NANOS;
    while (!there.getAsBoolean()) {
      assertThat(end - System.nanoTime()).as(what).isPositive();
      Thread.onSpinWait();
    }
  }

  /**
   * Waits for something of what these ears are told.
   *
   * @param what what it is, for messages
   * @param there whether it is there; asked again after whatever is told
   */
  public synchronized void await(String what, BooleanSupplier there) {
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
