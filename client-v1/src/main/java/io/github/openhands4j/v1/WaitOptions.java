package io.github.openhands4j.v1;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How to wait for the end of a run. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * start.awaitFinished(
 *     WaitOptions.within(Duration.ofHours(2)).onPaused(p -> alert(p)).resumePaused());
 * }</pre>
 */
public final class WaitOptions {

  private final Duration limit;
  private final Consumer<Progress> progress;
  private final Consumer<Progress> paused;
  private final boolean resume;

  private WaitOptions(
      Duration limit, Consumer<Progress> progress, Consumer<Progress> paused, boolean resume) {
    this.limit = limit;
    this.progress = progress;
    this.paused = paused;
    this.resume = resume;
  }

  /**
   * A wait without listeners that leaves a paused sandbox alone.
   *
   * @param limit how long to wait, the start included; longer than zero, or the wait refuses it
   * @return the options
   */
  public static WaitOptions within(Duration limit) {
    return new WaitOptions(limit, news -> {}, news -> {}, false);
  }

  /**
   * Who is told each change of state, and nothing twice: no phase of a start comes again, or after
   * a later one, whatever replicas of the server show.
   *
   * @param listener called on a thread of the client that all waits share: it must return quickly;
   *     by {@link Conversation#resume(WaitOptions)} on the calling thread
   * @return the changed options
   */
  public WaitOptions onProgress(Consumer<Progress> listener) {
    return new WaitOptions(limit, listener, paused, resume);
  }

  /**
   * Who is told when the sandbox is found paused. An account runs about ten sandboxes; a start or
   * resume beyond that pauses the oldest, working or not, and nothing resumes it by itself.
   *
   * @param listener called once each time it pauses, on a thread of the client that must not be
   *     blocked, see {@link Start}
   * @return the changed options
   */
  public WaitOptions onPaused(Consumer<Progress> listener) {
    return new WaitOptions(limit, progress, listener, resume);
  }

  /**
   * Resumes the sandbox when it is found paused, whoever paused it, and again every minute while it
   * stays so. That may pause another sandbox of the account.
   *
   * <p>A resumption does not let the agent go on: of one that was at work when the sandbox was
   * paused, the server says {@code error} then, and the wait ends with {@link Outcome#INTERRUPTED}.
   * Send a message to go on.
   *
   * @return the changed options
   */
  public WaitOptions resumePaused() {
    return new WaitOptions(limit, progress, paused, true);
  }

  /**
   * How long to wait.
   *
   * @return the limit, the start included
   */
  public Duration limit() {
    return limit;
  }

  /**
   * Who is told each change of state, and nothing twice: no phase of a start comes again, or after
   * a later one, whatever replicas of the server show.
   *
   * @return the listener, perhaps one that does nothing
   */
  public Consumer<Progress> progressListener() {
    return progress;
  }

  /**
   * Who is told when the sandbox is found paused.
   *
   * @return the listener, perhaps one that does nothing
   */
  public Consumer<Progress> pauseListener() {
    return paused;
  }

  /**
   * Whether a paused sandbox is resumed.
   *
   * @return true if it is
   */
  public boolean resumesPaused() {
    return resume;
  }
}
