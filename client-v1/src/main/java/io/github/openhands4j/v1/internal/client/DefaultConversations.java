package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.internal.http.Origin;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.PendingStart;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.batch.Batches;
import io.github.openhands4j.v1.internal.message.MessageDriver;
import io.github.openhands4j.v1.internal.start.StartDriver;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

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
 */
record DefaultConversations(
    V1Api api,
    Calls calls,
    StartDriver driver,
    StartFactory starts,
    MessageDriver messages,
    Executor threads,
    ClientOptions options)
    implements Conversations {

  @Override
  public Start start(StartRequest request) {
    return start(driver.newHandle(request.body()), request);
  }

  private Start start(StartHandle handle, StartRequest request) {
    return starts.of(handle, driver.start(handle, request.body()));
  }

  @Override
  public PendingStart startAsync(StartRequest request) {
    StartHandle handle = driver.newHandle(request.body());
    return new Pending(
        handle, CompletableFuture.supplyAsync(() -> start(handle, request), threads));
  }

  private record Pending(StartHandle handle, CompletionStage<Start> outcome)
      implements PendingStart {}

  @Override
  public List<StartHandle> unresolved() {
    return options.journal().unresolved().stream().filter(this::isHere).toList();
  }

  private boolean isHere(StartHandle handle) {
    return handle.origin().equals(Origin.of(options.baseUrl()).uri());
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
    return starts.of(handle, driver.resolve(handle));
  }

  @Override
  public Optional<AppConversation> get(ConversationId id) {
    return Optional.ofNullable(getAll(List.of(id)).get(id));
  }

  @Override
  public Map<ConversationId, AppConversation> getAll(Collection<ConversationId> ids) {
    Map<ConversationId, AppConversation> found = new LinkedHashMap<>();
    for (List<ConversationId> some : Batches.of(List.copyOf(new LinkedHashSet<>(ids)))) {
      calls
          .call(OperationClass.READ, times -> api.appConversations().batchGet(some, times))
          .forEach(
              row -> {
                if (row != null) {
                  found.put(row.id(), row);
                }
              });
    }
    return found;
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
    return sendMessage(
        id,
        AppSendMessageRequest.builder()
            .role("user")
            .content(List.of(TextContent.of(text)))
            .run(true)
            .build());
  }

  @Override
  public AppSendMessageResponse sendMessage(ConversationId id, AppSendMessageRequest message) {
    return messages.send(id, message);
  }
}
