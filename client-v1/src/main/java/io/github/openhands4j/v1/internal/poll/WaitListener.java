package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.v1.Progress;
import org.jspecify.annotations.Nullable;

/** Who is told what a wait sees on its way. */
@FunctionalInterface
public interface WaitListener {

  /**
   * What the wait sees has changed. Called on the thread that all waits share.
   *
   * @param progress what it sees now
   */
  void progressed(Progress progress);

  /**
   * The sandbox is paused. Told at once, and again every minute while it stays so; may take its
   * time.
   *
   * @param sandboxId the sandbox, or null if the server does not say
   * @param progress what the wait sees
   * @param first whether it was not told before
   */
  default void paused(@Nullable String sandboxId, Progress progress, boolean first) {}
}
