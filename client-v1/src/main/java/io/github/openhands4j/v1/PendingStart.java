package io.github.openhands4j.v1;

import io.github.openhands4j.core.StartHandle;
import java.util.concurrent.CompletionStage;

/**
 * A start that is being made on a thread of the client. Its handle is there at once, so that it can
 * be resolved whatever becomes of the stage. Thread-safe.
 */
public interface PendingStart {

  /**
   * Names the start, from before anything of it is sent.
   *
   * @return the handle, to be written down
   */
  StartHandle handle();

  /**
   * How the start goes on. Canceling the stage does not take the start back.
   *
   * @return completes as {@link Conversations#start} returns or throws
   */
  CompletionStage<Start> outcome();
}
