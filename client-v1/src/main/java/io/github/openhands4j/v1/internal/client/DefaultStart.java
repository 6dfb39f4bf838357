package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Progress;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.WaitOptions;
import io.github.openhands4j.v1.internal.conversation.ConversationFactory;
import io.github.openhands4j.v1.internal.conversation.RunWaits;
import io.github.openhands4j.v1.internal.poll.Goal;
import io.github.openhands4j.v1.internal.poll.Verdict;
import io.github.openhands4j.v1.internal.poll.WaitState;
import io.github.openhands4j.v1.internal.start.StartAction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A start the server has, and its waits.
 *
 * @param handle names it
 * @param found how the server has it
 * @param waits carries the waits
 * @param conversations makes conversations of what waits end with
 * @param options give the default limit
 */
record DefaultStart(
    StartHandle handle,
    StartAction.Succeed found,
    RunWaits waits,
    ConversationFactory conversations,
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
    return waits.join(handle, ready(limit, progress), DefaultStart::id);
  }

  @Override
  public CompletionStage<ConversationId> awaitReadyAsync(Duration limit) {
    return awaitReadyAsync(limit, DefaultStart::tellNobody);
  }

  @Override
  public CompletionStage<ConversationId> awaitReadyAsync(
      Duration limit, Consumer<Progress> progress) {
    return waits.later(ready(limit, progress), DefaultStart::id);
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
    return waits.join(handle, finished(wanted), this::ended);
  }

  @Override
  public CompletionStage<Conversation> awaitFinishedAsync(Duration limit) {
    return awaitFinishedAsync(WaitOptions.within(limit));
  }

  @Override
  public CompletionStage<Conversation> awaitFinishedAsync(WaitOptions wanted) {
    return waits.later(finished(wanted), this::ended);
  }

  private CompletableFuture<Verdict> ready(Duration limit, Consumer<Progress> progress) {
    return waits.await(handle, state(Goal.READY), limit, progress::accept);
  }

  private CompletableFuture<Verdict> finished(WaitOptions wanted) {
    return waits.finished(handle, state(Goal.FINISHED), wanted);
  }

  private WaitState state(Goal goal) {
    return WaitState.of(
        goal,
        startTask().map(AppConversationStartTask::id).orElse(null),
        conversationId().orElse(null));
  }

  private static ConversationId id(Verdict verdict) {
    return ((Verdict.Ready) verdict).id();
  }

  private Conversation ended(Verdict verdict) {
    return conversations.ended(handle, (Verdict.Ended) verdict);
  }

  private static void tellNobody(Progress progress) {
    // a wait without a listener
  }
}
