package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Progress;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.WaitOptions;
import io.github.openhands4j.v1.internal.poll.Goal;
import io.github.openhands4j.v1.internal.poll.Poller;
import io.github.openhands4j.v1.internal.poll.Verdict;
import io.github.openhands4j.v1.internal.poll.WaitListener;
import io.github.openhands4j.v1.internal.poll.WaitState;
import io.github.openhands4j.v1.internal.start.StartAction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A start the server has, and its waits.
 *
 * @param handle names it
 * @param found how the server has it
 * @param poller carries the waits
 * @param sandboxes resumes paused sandboxes
 * @param completions runs what callers attach to waits
 * @param options give the default limit and the links
 */
record DefaultStart(
    StartHandle handle,
    StartAction.Succeed found,
    Poller poller,
    Sandboxes sandboxes,
    Executor completions,
    ClientOptions options)
    implements Start {

  @Override
  public Optional<ConversationId> conversationId() {
    return found.echoed() ? Optional.of(handle.conversationId()) : Optional.empty();
  }

  @Override
  public Optional<AppConversationStartTask> startTask() {
    return Optional.ofNullable(found.task());
  }

  @Override
  public boolean recovered() {
    return found.recovered();
  }

  @Override
  public List<StartTaskId> duplicates() {
    return found.duplicates().stream().map(AppConversationStartTask::id).toList();
  }

  @Override
  public ConversationId awaitReady() {
    return awaitReady(options.readyTimeout());
  }

  @Override
  public ConversationId awaitReady(Duration limit) {
    return awaitReady(limit, DefaultStart::tellNobody);
  }

  @Override
  public ConversationId awaitReady(Duration limit, Consumer<Progress> progress) {
    return join(ready(limit, progress), DefaultStart::id);
  }

  @Override
  public CompletionStage<ConversationId> awaitReadyAsync(Duration limit) {
    return awaitReadyAsync(limit, DefaultStart::tellNobody);
  }

  @Override
  public CompletionStage<ConversationId> awaitReadyAsync(
      Duration limit, Consumer<Progress> progress) {
    return later(ready(limit, progress), DefaultStart::id);
  }

  @Override
  public Conversation awaitFinished(Duration limit) {
    return awaitFinished(WaitOptions.within(limit));
  }

  @Override
  public Conversation awaitFinished(Duration limit, Consumer<Progress> progress) {
    return awaitFinished(WaitOptions.within(limit).onProgress(progress));
  }

  @Override
  public Conversation awaitFinished(WaitOptions wanted) {
    return join(finished(wanted), this::ended);
  }

  @Override
  public CompletionStage<Conversation> awaitFinishedAsync(Duration limit) {
    return awaitFinishedAsync(WaitOptions.within(limit));
  }

  @Override
  public CompletionStage<Conversation> awaitFinishedAsync(WaitOptions wanted) {
    return later(finished(wanted), this::ended);
  }

  private CompletableFuture<Verdict> ready(Duration limit, Consumer<Progress> progress) {
    return await(Goal.READY, limit, progress::accept);
  }

  private CompletableFuture<Verdict> finished(WaitOptions wanted) {
    return await(Goal.FINISHED, wanted.limit(), new PauseReaction(wanted, sandboxes));
  }

  private static ConversationId id(Verdict verdict) {
    return ((Verdict.Ready) verdict).id();
  }

  private Conversation ended(Verdict verdict) {
    Verdict.Ended end = (Verdict.Ended) verdict;
    URI link = URI.create(options.baseUrl() + "/conversations/" + end.conversation().id());
    return new Conversation(end.outcome(), end.conversation(), link);
  }

  private CompletableFuture<Verdict> await(Goal goal, Duration limit, WaitListener listener) {
    if (limit.isNegative() || limit.isZero()) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "The limit of a wait must be longer than zero.");
    }
    WaitState state =
        WaitState.of(
            goal,
            startTask().map(AppConversationStartTask::id).orElse(null),
            conversationId().orElse(null));
    return poller.await(handle, state, limit, listener);
  }

  /**
   * What callers attach may take its time, so it does not run on the thread that all waits share.
   */
  private <T> CompletableFuture<T> later(
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

  private static void tellNobody(Progress progress) {
    // a wait without a listener
  }

  private <T> T join(CompletableFuture<Verdict> future, Function<Verdict, T> result) {
    try {
      return result.apply(future.get());
    } catch (InterruptedException e) {
      future.cancel(false);
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
