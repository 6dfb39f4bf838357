package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.model.v1.ConfirmationResponse;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.AgentConversation;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.ConversationEvents;
import io.github.openhands4j.v1.Cost;
import io.github.openhands4j.v1.DownloadProgress;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveListener;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.WaitOptions;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.agent.DefaultAgentServer;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import io.github.openhands4j.v1.internal.event.DefaultConversationEvents;
import io.github.openhands4j.v1.internal.event.EventReads;
import io.github.openhands4j.v1.internal.event.LastWords;
import io.github.openhands4j.v1.internal.poll.Goal;
import io.github.openhands4j.v1.internal.poll.Verdict;
import io.github.openhands4j.v1.internal.poll.WaitState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation as it was read.
 *
 * @param handle names it in waits
 * @param state the server's record
 * @param outcome how its run had ended
 * @param tools what it does its work with
 * @param factory makes further ones
 */
record DefaultConversation(
    StartHandle handle,
    AppConversation state,
    Outcome outcome,
    ConversationTools tools,
    ConversationFactory factory)
    implements Conversation {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.conversation");
  private static final Duration RESUME_LIMIT = Duration.ofMinutes(5);

  @Override
  public ConversationId id() {
    return state.id();
  }

  @Override
  public URI link() {
    return URI.create(tools.options().baseUrl() + "/conversations/" + id());
  }

  @Override
  public Conversation refresh() {
    return factory.read(current());
  }

  private AppConversation current() {
    return tools.read(id()).orElse(state);
  }

  @Override
  public AppSendMessageResponse send(String text) {
    return tools.messages().send(id(), text);
  }

  @Override
  public AppSendMessageResponse send(AppSendMessageRequest message) {
    return tools.messages().send(id(), message);
  }

  @Override
  public Conversation awaitFinished(Duration limit) {
    return awaitFinished(WaitOptions.within(limit));
  }

  @Override
  public Conversation awaitFinished(WaitOptions options) {
    return tools.waits().join(handle, wait(options), this::ended);
  }

  @Override
  public CompletionStage<Conversation> awaitFinishedAsync(WaitOptions options) {
    return tools.waits().later(wait(options), this::ended);
  }

  private CompletableFuture<Verdict> wait(WaitOptions options) {
    return tools.waits().finished(handle, WaitState.of(Goal.FINISHED, null, id()), options);
  }

  private Conversation ended(Verdict verdict) {
    return factory.ended(handle, (Verdict.Ended) verdict);
  }

  @Override
  public void pause() {
    String sandbox = current().sandboxId();
    if (sandbox == null) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "Conversation " + id() + " has no sandbox to pause.");
    }
    tools.sandboxes().pause(sandbox);
  }

  @Override
  public Conversation resume() {
    return resume(WaitOptions.within(RESUME_LIMIT));
  }

  @Override
  public Conversation resume(WaitOptions options) {
    return factory.read(tools.resumption().resume(handle, options));
  }

  @Override
  public void respondToConfirmation(boolean accept) {
    respond(ConfirmationResponse.builder().accept(accept).build());
  }

  @Override
  public void reject(String reason) {
    respond(ConfirmationResponse.builder().accept(false).reason(reason).build());
  }

  private void respond(ConfirmationResponse response) {
    agent().conversation(id()).respondToConfirmation(response);
  }

  @Override
  public Optional<String> finalResponse() {
    return atAgent(current(), AgentConversation::finalResponse)
        .orElseGet(() -> LastWords.in(events().newestFirst()));
  }

  @Override
  public Cost cost() {
    AppConversation now = current();
    return atAgent(now, AgentConversation::cost)
        .orElseGet(() -> StoredCost.of(events().newestFirst(), now));
  }

  /** What the agent server says, if there is one that answers. */
  private <T> Optional<T> atAgent(AppConversation now, Function<AgentConversation, T> question) {
    DefaultAgentServer agent = tools.agentOf(now);
    if (agent == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.apply(agent.conversation(id())));
    } catch (OpenHandsException failure) {
      if (OurOwnEnd.is(failure)) {
        throw failure;
      }
      LOG.warn(
          "an agent server did not answer; what is stored is taken in its place"
              + " [conversation={}, failure={}]",
          id(),
          failure.code().id());
      return Optional.empty();
    }
  }

  @Override
  public ConversationEvents events() {
    return new DefaultConversationEvents(
        id(),
        tools.stored(),
        tools.api().events(),
        new EventReads(tools.calls()),
        this::doorNow,
        true);
  }

  private @Nullable AgentEventsDoor doorNow() {
    DefaultAgentServer agent = tools.agentOf(current());
    return agent == null ? null : agent.events();
  }

  @Override
  public LiveEvents liveEvents(LiveListener listener) {
    return tools
        .live()
        .subscribe(tools.source(), id(), null, Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public LiveEvents liveEvents(Event last, LiveListener listener) {
    return tools
        .live()
        .subscribe(
            tools.source(),
            id(),
            Objects.requireNonNull(last, "last"),
            Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public AgentServer agent() {
    return tools.agents().at(AgentAddress.of(current(), tools.options()));
  }

  @Override
  public long downloadTo(Path target) {
    return downloadTo(target, news -> {});
  }

  @Override
  public long downloadTo(Path target, Consumer<DownloadProgress> progress) {
    try (StreamedAnswer answer =
        tools
            .calls()
            .call(
                OperationClass.READ, times -> tools.api().downloads().conversation(id(), times))) {
      return FileDownload.to(target, answer, progress);
    }
  }

  @Override
  public String toString() {
    return "Conversation[id=" + id() + ", outcome=" + outcome + "]";
  }
}
