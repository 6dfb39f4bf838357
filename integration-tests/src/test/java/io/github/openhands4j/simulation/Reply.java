package io.github.openhands4j.simulation;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.model.v1.AppConversationStartTask;

/** What comes back of a start request. */
sealed interface Reply {

  /** The server's row. */
  record Row(AppConversationStartTask task) implements Reply {}

  /** Anything else. */
  record Failure(OpenHandsException failure) implements Reply {}

  /** Whether it says that nothing was done. */
  default boolean isRefusal() {
    return this instanceof Failure failed
        && FailureClass.of(failed.failure()) == FailureClass.REJECTED;
  }
}
