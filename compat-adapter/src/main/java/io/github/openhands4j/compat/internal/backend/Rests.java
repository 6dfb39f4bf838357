package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;

/** Rests between two looks at the server. */
final class Rests {

  private Rests() {}

  /** Sleeps; an interrupt ends the call and stays set on the thread. */
  static void rest(TimeSource time, Duration duration, String awaited) {
    try {
      time.sleep(duration);
    } catch (InterruptedException e) {
      throw interrupted(awaited, e);
    }
  }

  /**
   * The end of a call that may have written something, which an end between two requests denies.
   */
  static OpenHandsException afterWrite(OpenHandsException end) {
    if (end instanceof ClientClosedException closed) {
      return new ClientClosedException(closed.handle().orElse(null), true, closed);
    }
    return end instanceof CallInterruptedException interrupted
        ? new CallInterruptedException(
            "Interrupted while a sandbox was called; something may have been sent.",
            true,
            null,
            interrupted)
        : end;
  }

  /** What ends a call whose thread was interrupted; sets the flag again. */
  static CallInterruptedException interrupted(String awaited, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new CallInterruptedException(
        "Interrupted while waiting for " + awaited + ".", false, null, cause);
  }
}
