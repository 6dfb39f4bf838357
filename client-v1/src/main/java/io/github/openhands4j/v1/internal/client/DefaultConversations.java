package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.http.NamedServer;
import io.github.openhands4j.core.internal.json.Rows;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.model.v1.ConversationHook;
import io.github.openhands4j.model.v1.ConversationSkill;
import io.github.openhands4j.model.v1.GitChange;
import io.github.openhands4j.model.v1.GitDiff;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.PendingStart;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.message.MessageDriver;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import io.github.openhands4j.v1.internal.page.QueryParameters;
import io.github.openhands4j.v1.internal.start.StartDriver;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Conversations over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 * @param driver makes starts
 * @param starts makes live starts
 * @param messages sends messages
 * @param threads runs asynchronous starts
 * @param options name the server
 * @param typed makes typed answers
 * @param organization the one that calls name, or null
 * @param inOrganization the same conversations for calls that name another
 */
record DefaultConversations(
    V1Api api,
    Calls calls,
    StartDriver driver,
    StartFactory starts,
    MessageDriver messages,
    Executor threads,
    ClientOptions options,
    Typed typed,
    @Nullable String organization,
    Function<String, Conversations> inOrganization)
    implements Conversations {

  @Override
  public Start start(StartRequest request) {
    return start(driver.newHandle(request.body()), request);
  }

  private Start start(StartHandle handle, StartRequest request) {
    return starts.of(handle, driver.start(handle, request.body()));
  }

  @Override
  public Start startStreaming(
      StartRequest request, Consumer<? super AppConversationStartTask> listener) {
    StartHandle handle = driver.newHandle(request.body());
    return starts.of(handle, driver.startStreaming(handle, request.body(), listener));
  }

  @Override
  public PendingStart startAsync(StartRequest request) {
    StartHandle handle = driver.newHandle(request.body());
    CompletableFuture<Start> outcome = new CompletableFuture<>();
    threads.execute(() -> complete(outcome, handle, request));
    return new Pending(handle, outcome);
  }

  /**
   * Also for an outcome that its caller has cancelled. Its failure is told as it is, without an
   * exception around it: who does not recognize an unknown outcome starts again.
   */
  private void complete(
      CompletableFuture<Start> outcome, StartHandle handle, StartRequest request) {
    try {
      outcome.complete(start(handle, request));
    } catch (RuntimeException | Error failure) {
      outcome.completeExceptionally(failure);
    }
  }

  private record Pending(StartHandle handle, CompletionStage<Start> outcome)
      implements PendingStart {}

  @Override
  public List<StartHandle> unresolved() {
    return options.journal().unresolved().stream().filter(this::isHere).toList();
  }

  private boolean isHere(StartHandle handle) {
    return NamedServer.mayBe(handle.origin(), options.baseUrl());
  }

  @Override
  public Start resolve(StartHandle handle) {
    if (!isHere(handle)) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "The handle is of a start on "
              + handle.origin()
              + ", this client's server is "
              + options.baseUrl()
              + ".");
    }
    String named = handle.organization();
    return named == null || named.equals(organization)
        ? starts.of(handle, driver.resolve(handle))
        : inOrganization.apply(named).resolve(handle);
  }

  @Override
  public Optional<AppConversation> get(ConversationId id) {
    return new BatchReads(calls).one(id, AppConversation::id, api.appConversations()::batchGet);
  }

  @Override
  public Map<ConversationId, AppConversation> getAll(Collection<ConversationId> ids) {
    return new BatchReads(calls).all(ids, AppConversation::id, api.appConversations()::batchGet);
  }

  @Override
  public Paged<AppConversation> list(ConversationQuery query) {
    return new PagedCalls<>(
        QueryParameters.ofSearch(query),
        AppConversation::id,
        page ->
            calls.call(OperationClass.READ, times -> api.appConversations().search(page, times)));
  }

  @Override
  public Page<AppConversation> search(ConversationQuery query) {
    Map<String, Object> parameters = QueryParameters.ofSearch(query);
    return calls.call(
        OperationClass.READ, times -> api.appConversations().search(parameters, times));
  }

  @Override
  public long count(ConversationQuery query) {
    Map<String, Object> parameters = QueryParameters.ofCount(query);
    return calls.call(
        OperationClass.READ, times -> api.appConversations().count(parameters, times));
  }

  @Override
  public AppConversation update(ConversationId id, AppConversationUpdateRequest changes) {
    return calls.call(
        OperationClass.OTHER_WRITE, times -> api.appConversations().update(id, changes, times));
  }

  @Override
  public boolean delete(ConversationId id) {
    try {
      return calls
          .call(OperationClass.OTHER_WRITE, times -> api.appConversations().delete(id, times))
          .success();
    } catch (NotFoundException unknown) {
      return false;
    }
  }

  @Override
  public AppSendMessageResponse sendMessage(ConversationId id, String text) {
    return messages.send(id, text);
  }

  @Override
  public AppSendMessageResponse sendMessage(ConversationId id, AppSendMessageRequest message) {
    return messages.send(id, message);
  }

  @Override
  public void switchProfile(ConversationId id, String profile) {
    Map<String, String> body = Map.of("profile_name", profile);
    calls.call(
        OperationClass.OTHER_WRITE, times -> api.appConversations().switchProfile(id, body, times));
  }

  @Override
  public void switchAcpModel(ConversationId id, String model) {
    Map<String, String> body = Map.of("model", model);
    calls.call(
        OperationClass.OTHER_WRITE,
        times -> api.appConversations().switchAcpModel(id, body, times));
  }

  @Override
  public String readFile(ConversationId id, String path) {
    return calls.call(OperationClass.READ, times -> api.appConversations().file(id, path, times));
  }

  @Override
  public List<GitChange> gitChanges(ConversationId id, String path, @Nullable String ref) {
    return Rows.readable(
        calls.call(
            OperationClass.READ, times -> api.appConversations().gitChanges(id, path, ref, times)));
  }

  @Override
  public GitDiff gitDiff(ConversationId id, String path, @Nullable String ref) {
    return calls.call(
        OperationClass.READ, times -> api.appConversations().gitDiff(id, path, ref, times));
  }

  @Override
  public List<ConversationSkill> skills(ConversationId id) {
    return typed.list(
        calls.call(OperationClass.READ, times -> api.appConversations().skills(id, times)),
        "skills",
        ConversationSkill.class);
  }

  @Override
  public List<ConversationHook> hooks(ConversationId id) {
    return typed.list(
        calls.call(OperationClass.READ, times -> api.appConversations().hooks(id, times)),
        "hooks",
        ConversationHook.class);
  }

  @Override
  public StreamedAnswer download(ConversationId id) {
    return calls.call(OperationClass.READ, times -> api.downloads().conversation(id, times));
  }
}
