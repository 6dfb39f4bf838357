package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.WaitOptions;
import io.github.openhands4j.v1.internal.poll.Poller;
import io.github.openhands4j.v1.internal.poll.Verdict;
import io.github.openhands4j.v1.internal.poll.WaitListener;
import io.github.openhands4j.v1.internal.poll.WaitState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The waits of starts and conversations.
 *
 * @param poller carries them
 * @param sandboxes resumes paused sandboxes
 * @param completions runs what callers attach to waits, and their listeners of paused sandboxes
 */
public record RunWaits(Poller poller, Sandboxes sandboxes, Executor completions) {

  /**
   * Waits for the end of a run.
   *
   * @param handle names what is waited for
   * @param state what the wait knows
   * @param wanted how to wait
   * @return the wait
   */
  public CompletableFuture<Verdict> finished(
      StartHandle handle, WaitState state, WaitOptions wanted) {
    return await(handle, state, wanted.limit(), new PauseReaction(wanted, sandboxes, completions));
  }

  /**
   * Waits.
   *
   * @param handle names what is waited for
   * @param state what the wait knows
   * @param limit how long
   * @param listener told what the wait sees
   * @return the wait
   */
  public CompletableFuture<Verdict> await(
      StartHandle handle, WaitState state, Duration limit, WaitListener listener) {
    if (limit.isNegative() || limit.isZero()) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "The limit of a wait must be longer than zero.");
    }
    return poller.await(handle, state, limit, listener);
  }

  /**
   * What callers attach may take its time, so it does not run on the thread that all waits share.
   *
   * @param wait the wait
   * @param result makes the caller's result of its verdict
   * @param <T> the caller's result
   * @return a future whose cancellation ends the wait
   */
  public <T> CompletableFuture<T> later(
      CompletableFuture<Verdict> wait, Function<Verdict, T> result) {
    CompletableFuture<T> outer = new CompletableFuture<>();
    var unused =
        wait.whenCompleteAsync(
            (verdict, failure) -> {
              if (failure == null) {
                outer.complete(result.apply(verdict));
              } else {
                outer.completeExceptionally(failure);
              }
            },
            completions);
    // Whoever cancels the outer future ends the wait.
    var ignored = outer.whenComplete((value, failure) -> wait.cancel(false));
    return outer;
  }

  /**
   * Lets the calling thread wait.
   *
   * @param handle names what is waited for
   * @param wait the wait
   * @param result makes the caller's result of its verdict
   * @param <T> the caller's result
   * @return the result
   */
  public <T> T join(
      StartHandle handle, CompletableFuture<Verdict> wait, Function<Verdict, T> result) {
    try {
      return result.apply(wait.get());
    } catch (InterruptedException e) {
      wait.cancel(false);
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "The wait for conversation " + handle.conversationId() + " was interrupted.",
          true,
          handle,
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OpenHandsException own) {
        throw own;
      }
      throw new IllegalStateException(e);
    }
  }
}
