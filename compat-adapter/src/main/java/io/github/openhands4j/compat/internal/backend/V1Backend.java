package io.github.openhands4j.compat.internal.backend;

import static io.github.openhands4j.compat.operations.V0Operation.ADD_MESSAGE;
import static io.github.openhands4j.compat.operations.V0Operation.CREATE_CONVERSATION;
import static io.github.openhands4j.compat.operations.V0Operation.DELETE_CONVERSATION;
import static io.github.openhands4j.compat.operations.V0Operation.GET_CONVERSATION;
import static io.github.openhands4j.compat.operations.V0Operation.LIST_CONVERSATIONS;
import static io.github.openhands4j.compat.operations.V0Operation.START_CONVERSATION;
import static io.github.openhands4j.compat.operations.V0Operation.STOP_CONVERSATION;
import static io.github.openhands4j.compat.operations.V0Operation.UPDATE_CONVERSATION;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.V0Usage;
import io.github.openhands4j.compat.internal.account.HealthOnV1;
import io.github.openhands4j.compat.internal.account.OptionsOnV1;
import io.github.openhands4j.compat.internal.account.SecretsOnV1;
import io.github.openhands4j.compat.internal.account.SettingsOnV1;
import io.github.openhands4j.compat.internal.account.UsersOnV1;
import io.github.openhands4j.compat.internal.files.FilesOnV1;
import io.github.openhands4j.compat.internal.files.GitOnV1;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.reading.EventReader;
import io.github.openhands4j.compat.internal.reading.V1EventSource;
import io.github.openhands4j.compat.internal.runtime.AgentDoor;
import io.github.openhands4j.compat.internal.runtime.RuntimesOnV1;
import io.github.openhands4j.compat.internal.runtime.WorkspaceRoots;
import io.github.openhands4j.compat.internal.usage.UsageLine;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.ClosableTime;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Carries out V0 calls on a V1 server. Thread-safe. */
public final class V1Backend implements OpenHandsV0Client, HoldsCreates {

  private final OpenHandsClient client;
  private final TimeSource time;
  private final V0BackendInfo info;
  private final V0Calls v0;
  private final ConversationLedger ledger = new ConversationLedger();
  private final UnknownCreates unknownCreates;
  private final CreateCall create;
  private final GetCall get;
  private final ListCall list;
  private final RenameCall rename;
  private final DeleteCall delete;
  private final RuntimeCalls runtime;
  private final MessageCall message;
  private final V0Events events;
  private final V0Files files;
  private final V0Git git;
  private final V0Runtimes runtimes;
  private final V0Settings settings;
  private final V0Secrets secrets;
  private final V0Options options;
  private final V0Users user;
  private final V0Health health;
  private final UsageMeter meter;
  private final @Nullable UsageLine line;

  /**
   * Creates a backend.
   *
   * @param client the V1 client, closed with this one
   * @param compat how V0 calls are answered
   * @param info what {@link #backendInfo()} answers
   * @param time the clock; a {@link ClosableTime} is closed with this client
   */
  public V1Backend(
      OpenHandsClient client, CompatOptions compat, V0BackendInfo info, TimeSource time) {
    this(client, compat, info, new EventLogs(compat.eventLedger()), new UsageMeter(), true, time);
  }

  /**
   * Creates a backend that is one of several.
   *
   * @param client the V1 client, closed with this one
   * @param compat how V0 calls are answered
   * @param info what {@link #backendInfo()} answers
   * @param numbers the numbers of events
   * @param meter counts the calls of all of them; who made it tells what it counted
   * @param time the clock; a {@link ClosableTime} is closed with this client
   */
  public V1Backend(
      OpenHandsClient client,
      CompatOptions compat,
      V0BackendInfo info,
      EventLogs numbers,
      UsageMeter meter,
      TimeSource time) {
    this(client, compat, info, numbers, meter, false, time);
  }

  private V1Backend(
      OpenHandsClient client,
      CompatOptions compat,
      V0BackendInfo info,
      EventLogs numbers,
      UsageMeter meter,
      boolean tellsUsage,
      TimeSource time) {
    this.client = client;
    this.time = time;
    this.info = info;
    this.meter = meter;
    this.line = tellsUsage ? new UsageLine(meter, "client") : null;
    this.v0 = new V0Calls(meter);
    ClientOptions limits = client.options();
    Calls calls = new Calls(limits, time, () -> ThreadLocalRandom.current().nextDouble());
    Records records = new Records(ledger, compat.completion(), time);
    Duration atMost = limits.readTimeout();
    GetTurns turns = new GetTurns(limits, time);
    StartTasks tasks =
        new StartTasks(client.api(), calls, ledger, deadline -> turns.taken(), time, atMost);
    Finder finder =
        new Finder(
            ConversationRows.shared(client.api(), calls, SharedReads.AT_ONCE, time, atMost),
            tasks,
            ledger,
            time);
    Finder gets =
        finder.by(ConversationRows.shared(client.api(), calls, turns::await, time, atMost));
    Readiness readiness = new Readiness(finder, records, time, limits.writeTimeout());
    this.unknownCreates = new UnknownCreates(time);
    this.create = new CreateCall(client, compat, ledger, unknownCreates, meter);
    this.get = new GetCall(client, gets, records, ledger, time);
    this.list = ListCall.of(client, new StillStarting(client, tasks, ledger), records, time);
    this.rename = new RenameCall(client, readiness, ledger, time);
    SandboxCalls sandboxes = new SandboxCalls(client, time);
    AgentDoor door = new AgentDoor(client, finder, readiness::findSure);
    AgentStop agentStop = new AgentStop(door, calls);
    Neighbors neighbors = new Neighbors(sandboxes, tasks, records, ledger);
    this.delete =
        new DeleteCall(
            client, finder, readiness, sandboxes, neighbors, agentStop, calls, records, ledger);
    this.runtime =
        new RuntimeCalls(finder, readiness, sandboxes, neighbors, agentStop, records, ledger, time);
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
            v0,
            finder,
            records,
            new EventReader(new V1EventSource(client, calls, time), numbers, time),
            new ActionCalls(door, readiness, message, agentStop, ledger, calls, time));
    WorkspaceRoots roots = new WorkspaceRoots(calls);
    this.files = new FilesOnV1(v0, door, roots, limits);
    this.git = new GitOnV1(v0, meter, client, door, roots, calls);
    this.runtimes = new RuntimesOnV1(v0, client, finder, door, calls);
    this.settings = new SettingsOnV1(v0, meter, client.api(), calls, compat.lossyFeatures());
    this.secrets = new SecretsOnV1(v0, client.api(), calls);
    this.options = new OptionsOnV1(v0, client.api(), calls);
    this.user = new UsersOnV1(v0, client.api(), calls);
    this.health = new HealthOnV1(v0, client.api(), calls);
  }

  /**
   * What was called so far.
   *
   * @return the counts of this client, or of all that count together
   */
  public V0Usage usage() {
    return meter.read();
  }

  @Override
  public boolean holdsUnknownCreates() {
    return unknownCreates.isAny();
  }

  @Override
  public boolean remembersConversations() {
    return !ledger.isEmpty();
  }

  @Override
  public CreateConversationResponse createConversation(CreateConversationRequest request) {
    Objects.requireNonNull(request, "request");
    return v0.answered(CREATE_CONVERSATION, () -> create.make(request));
  }

  @Override
  public Optional<ConversationInfo> getConversation(String conversationId) {
    return v0.answered(GET_CONVERSATION, () -> get.make(ConversationIdRule.check(conversationId)));
  }

  @Override
  public ConversationInfoResultSet listConversations(ConversationListQuery query) {
    return v0.answered(LIST_CONVERSATIONS, () -> list.make(Objects.requireNonNull(query, "query")));
  }

  @Override
  public boolean updateConversation(String conversationId, String title) {
    Objects.requireNonNull(title, "title");
    return v0.answered(
        UPDATE_CONVERSATION, () -> rename.make(ConversationIdRule.check(conversationId), title));
  }

  @Override
  public boolean deleteConversation(String conversationId) {
    return v0.answered(
        DELETE_CONVERSATION, () -> delete.make(ConversationIdRule.check(conversationId)));
  }

  @Override
  public ConversationResponse startConversation(
      String conversationId, List<ProviderType> providersSet) {
    Objects.requireNonNull(
        providersSet, "providersSet"); // V1 sets all connected providers up itself
    return v0.answered(
        START_CONVERSATION, () -> runtime.start(ConversationIdRule.check(conversationId)));
  }

  @Override
  public ConversationResponse stopConversation(String conversationId) {
    return v0.answered(
        STOP_CONVERSATION, () -> runtime.stop(ConversationIdRule.check(conversationId)));
  }

  @Override
  public void addMessage(String conversationId, String message) {
    Objects.requireNonNull(message, "message");
    v0.answered(
        ADD_MESSAGE, () -> this.message.make(ConversationIdRule.check(conversationId), message));
  }

  @Override
  public V0Events events() {
    return events;
  }

  @Override
  public V0Files files() {
    return files;
  }

  @Override
  public V0Git git() {
    return git;
  }

  @Override
  public V0Runtimes runtimes() {
    return runtimes;
  }

  @Override
  public V0Settings settings() {
    return settings;
  }

  @Override
  public V0Secrets secrets() {
    return secrets;
  }

  @Override
  public V0Options options() {
    return options;
  }

  @Override
  public V0Users user() {
    return user;
  }

  @Override
  public V0Health health() {
    return health;
  }

  @Override
  public V0BackendInfo backendInfo() {
    return info;
  }

  @Override
  public void close() {
    try {
      if (time instanceof ClosableTime closable) {
        closable.close(); // ends the rests between the requests of a call
      }
      client.close(); // ends what is under way, which counts too
    } finally {
      if (line != null) {
        line.tell();
      }
    }
  }
}
