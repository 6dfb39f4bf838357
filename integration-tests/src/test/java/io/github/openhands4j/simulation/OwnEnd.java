package io.github.openhands4j.simulation;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.OpenHandsException;

/** How a program ends its own call. */
enum OwnEnd {
  INTERRUPT,
  CLOSE;

  OpenHandsException failure(boolean sent) {
    return this == CLOSE
        ? new ClientClosedException(null, sent)
        : new CallInterruptedException("Interrupted.", sent, null, null);
  }
}
