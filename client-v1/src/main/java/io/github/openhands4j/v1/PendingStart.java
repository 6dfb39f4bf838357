package io.github.openhands4j.v1;

import io.github.openhands4j.core.StartHandle;
import java.util.concurrent.CompletionStage;

/**
 * A start that is being made on a thread of the client. Its handle is there at once, so that it can
 * be resolved whatever becomes of the stage. Thread-safe.
 *
 * <p>What is attached to the stage runs on one of at most sixteen threads that make the starts of
 * the client. Whoever blocks there, for example to wait for the conversation, holds up starts:
 * attach with {@code thenApplyAsync} and the like, and an executor of your own.
 */
public interface PendingStart {

  /**
   * Names the start, from before anything of it is sent.
   *
   * @return the handle, to be written down
   */
  StartHandle handle();

  /**
   * How the start goes on. Canceling the stage does not take the start back, not even one that is
   * still waiting for a thread.
   *
   * @return completes as {@link Conversations#start} returns or throws (with that exception itself,
   *     not one around it), on a thread of the client that must not be blocked
   */
  CompletionStage<Start> outcome();
}
