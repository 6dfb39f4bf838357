package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.reading.EventReader;
import io.github.openhands4j.compat.internal.reading.V1EventSource;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationResponse;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.V0Events;
import io.github.openhands4j.v0.V0Files;
import io.github.openhands4j.v0.V0Git;
import io.github.openhands4j.v0.V0Health;
import io.github.openhands4j.v0.V0Options;
import io.github.openhands4j.v0.V0Runtimes;
import io.github.openhands4j.v0.V0Secrets;
import io.github.openhands4j.v0.V0Settings;
import io.github.openhands4j.v0.V0Users;
import io.github.openhands4j.v0.internal.rules.ConversationIdRule;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Carries out V0 calls on a V1 server. Thread-safe. */
public final class V1Backend implements OpenHandsV0Client {

  private final OpenHandsClient client;
  private final V0BackendInfo info;
  private final CreateCall create;
  private final GetCall get;
  private final ListCall list;
  private final RenameCall rename;
  private final DeleteCall delete;
  private final RuntimeCalls runtime;
  private final MessageCall message;
  private final EventCalls events;

  /**
   * Creates a backend.
   *
   * @param client the V1 client, closed with this one
   * @param compat how V0 calls are answered
   * @param info what {@link #backendInfo()} answers
   * @param time the clock
   */
  public V1Backend(
      OpenHandsClient client, CompatOptions compat, V0BackendInfo info, TimeSource time) {
    this.client = client;
    this.info = info;
    ClientOptions options = client.options();
    ConversationLedger ledger = new ConversationLedger();
    Calls calls = new Calls(options, time, () -> ThreadLocalRandom.current().nextDouble());
    Records records = new Records(ledger, compat.completion(), time);
    StartTasks tasks = new StartTasks(client.api(), calls, ledger, time);
    Finder finder =
        new Finder(new SharedReads(client.api(), calls, time, options), tasks, ledger, time);
    Readiness readiness = new Readiness(finder, records, time, options.writeTimeout());
    this.create = new CreateCall(client, compat, ledger, new UnknownCreates(time));
    this.get = new GetCall(client, finder, records, ledger, time);
    this.list = new ListCall(client, new StillStarting(client, tasks, ledger), records, time);
    this.rename = new RenameCall(client, readiness, ledger, time);
    SandboxCalls sandboxes = new SandboxCalls(client, time);
    this.delete = new DeleteCall(client, finder, readiness, sandboxes, calls, records, ledger);
    this.runtime = new RuntimeCalls(finder, readiness, sandboxes, records, ledger, time);
    this.message =
        new MessageCall(
            client,
            readiness,
            new Resumption(finder, sandboxes),
            finder,
            compat.resume(),
            ledger,
            time);
    this.events =
        new EventCalls(
            finder,
            new EventReader(
                new V1EventSource(client, calls, time), new EventLogs(compat.eventLedger()), time),
            new ActionCalls(client, readiness, message, ledger, calls, time));
  }

  @Override
  public CreateConversationResponse createConversation(CreateConversationRequest request) {
    return create.make(Objects.requireNonNull(request, "request"));
  }

  @Override
  public Optional<ConversationInfo> getConversation(String conversationId) {
    return V0Calls.answered(() -> get.make(ConversationIdRule.check(conversationId)));
  }

  @Override
  public ConversationInfoResultSet listConversations(ConversationListQuery query) {
    return V0Calls.answered(() -> list.make(Objects.requireNonNull(query, "query")));
  }

  @Override
  public boolean updateConversation(String conversationId, String title) {
    String id = ConversationIdRule.check(conversationId);
    return V0Calls.answered(() -> rename.make(id, Objects.requireNonNull(title, "title")));
  }

  @Override
  public boolean deleteConversation(String conversationId) {
    return V0Calls.answered(() -> delete.make(ConversationIdRule.check(conversationId)));
  }

  @Override
  public ConversationResponse startConversation(
      String conversationId, List<ProviderType> providersSet) {
    Objects.requireNonNull(
        providersSet, "providersSet"); // V1 sets all connected providers up itself
    return V0Calls.answered(() -> runtime.start(ConversationIdRule.check(conversationId)));
  }

  @Override
  public ConversationResponse stopConversation(String conversationId) {
    return V0Calls.answered(() -> runtime.stop(ConversationIdRule.check(conversationId)));
  }

  @Override
  public void addMessage(String conversationId, String message) {
    Objects.requireNonNull(message, "message");
    V0Calls.answered(() -> this.message.make(ConversationIdRule.check(conversationId), message));
  }

  @Override
  public V0Events events() {
    return events;
  }

  @Override
  public V0Files files() {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public V0Git git() {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public V0Runtimes runtimes() {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public V0Settings settings() {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public V0Secrets secrets() {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public V0Options options() {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public V0Users user() {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public V0Health health() {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public V0BackendInfo backendInfo() {
    return info;
  }

  @Override
  public void close() {
    client.close();
  }
}
