package io.github.openhands4j.v1;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.model.v1.event.Event;
import java.time.Duration;
import java.util.Optional;

/**
 * A subscription to the events of a conversation. It survives broken connections, pauses and
 * resumes of the sandbox, until it is closed, its client is closed, or the conversation is gone.
 *
 * <p>Thread-safe. Whoever made it closes it.
 */
public interface LiveEvents extends AutoCloseable {

  /**
   * How events come now.
   *
   * @return the state
   */
  LiveState state();

  /**
   * The last event the listener was told and came back from, to go on after it later, also in
   * another process.
   *
   * @return the event, or empty if there was none
   */
  Optional<Event> lastSeen();

  /**
   * Waits until the listener was told all that has happened so far, as far as the server has it:
   * after the end of a run, its last words too. Reads once more for that. Not to be called by the
   * listener, which would wait for itself.
   *
   * @param limit how long to wait
   * @return false if the time was over before, or the subscription ended
   * @throws CallInterruptedException if the thread is interrupted
   */
  boolean awaitTold(Duration limit);

  /**
   * Ends the subscription; the listener is told at most what it is being told. Closing twice is
   * harmless.
   */
  @Override
  void close();
}
