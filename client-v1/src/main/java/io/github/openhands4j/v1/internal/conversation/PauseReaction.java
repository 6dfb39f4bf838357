package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.v1.Progress;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.WaitOptions;
import io.github.openhands4j.v1.internal.poll.WaitListener;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the program's listeners of a wait, and resumes a paused sandbox if that is wanted. A
 * listener that blocks, of this wait or of others, keeps no sandbox from being resumed.
 *
 * @param options what the program wants
 * @param sandboxes resumes
 * @param callbacks runs the program's listener of paused sandboxes
 */
record PauseReaction(WaitOptions options, Sandboxes sandboxes, Executor callbacks)
    implements WaitListener {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.wait");

  @Override
  public void progressed(Progress progress) {
    options.progressListener().accept(progress);
  }

  @Override
  public void paused(@Nullable String sandboxId, Progress progress, boolean first) {
    if (first) {
      LOG.warn(
          "the sandbox of a conversation that is waited for is paused; an account runs a limited"
              + " number of sandboxes, and nothing resumes one by itself [conversation={},"
              + " sandbox={}, resume={}]",
          progress.handle().conversationId(),
          sandboxId,
          options.resumesPaused());
      callbacks.execute(() -> tell(progress));
    }
    if (options.resumesPaused() && sandboxId != null) {
      resume(sandboxId);
    }
  }

  private void tell(Progress progress) {
    try {
      options.pauseListener().accept(progress);
    } catch (RuntimeException | Error failure) {
      LOG.warn("a listener of a paused sandbox threw; the wait goes on", failure);
    }
  }

  private void resume(String sandboxId) {
    try {
      sandboxes.resume(sandboxId);
    } catch (OpenHandsException failure) {
      LOG.warn(
          "a paused sandbox was not resumed; tried again in a minute [sandbox={}, failure={}]",
          sandboxId,
          failure.code().id());
    }
  }
}
