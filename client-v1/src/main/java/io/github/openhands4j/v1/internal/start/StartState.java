package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import org.jspecify.annotations.Nullable;

/**
 * How far a start has come.
 *
 * @param handle names the start
 * @param phase what is being waited for
 * @param looks how often the server was asked
 * @param lookedInVain whether the server answered the last look, and did not know the start
 * @param lost what kept the answer to the send from us, or null
 */
public record StartState(
    StartHandle handle,
    Phase phase,
    int looks,
    boolean lookedInVain,
    @Nullable OpenHandsException lost) {

  /** What is being waited for. */
  public enum Phase {
    /** Nothing was done yet. */
    NEW,
    /** The start is being written down. */
    WRITING_DOWN,
    /** The send is under way. */
    SENDING,
    /** The server is being asked. */
    LOOKING,
    /** A pause between two looks. */
    PAUSING,
    /** The caller has its result. */
    ENDED
  }

  /**
   * A start of which nothing is done yet.
   *
   * @param handle names the start
   * @return the first state
   */
  public static StartState of(StartHandle handle) {
    return new StartState(handle, Phase.NEW, 0, false, null);
  }

  StartState in(Phase next) {
    return new StartState(handle, next, looks, lookedInVain, lost);
  }

  StartState lostBy(OpenHandsException failure) {
    return new StartState(handle, phase, looks, lookedInVain, failure);
  }

  StartState looked(boolean inVain) {
    return new StartState(handle, phase, looks + 1, inVain, lost);
  }
}
