package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationTrigger;
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
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** Carries out V0 calls on a server that has V0. Thread-safe. */
public final class DirectBackend implements OpenHandsV0Client {

  private final Duration startTimeout;
  private final V0BackendInfo info;
  private final TimeSource time;
  private final FeignClients clients;
  private final V0Api api;
  private final Calls calls;
  private final ItemCalls items;
  private final GoneSigns goneSigns;
  private final CreateFailures createFailures;
  private final V0Events events;
  private final V0Files files;
  private final V0Git git;
  private final V0Runtimes runtimes;
  private final V0Settings settings;
  private final V0Secrets secrets;
  private final V0Options serverOptions;
  private final V0Users user;
  private final V0Health health;

  /**
   * A client of the server of the options.
   *
   * @param options server, key and limits
   * @param info what {@link #backendInfo()} answers
   */
  public DirectBackend(ClientOptions options, V0BackendInfo info) {
    this(options, info, TimeSource.system(), () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * A client with its own time and chance, for tests.
   *
   * @param options server, key and limits
   * @param info what {@link #backendInfo()} answers
   * @param time the clock, and how to wait between repeats
   * @param chance gives numbers from 0 to 1, for the jitter of waits
   */
  public DirectBackend(
      ClientOptions options, V0BackendInfo info, TimeSource time, DoubleSupplier chance) {
    this.startTimeout = options.startTimeout();
    this.info = info;
    this.time = time;
    this.clients = new FeignClients(options, time);
    this.api = clients.target(V0Api.class);
    this.calls = new Calls(options, time, chance);
    this.goneSigns = new GoneSigns(clients.mapper());
    Presence presence = new Presence(api, calls, goneSigns);
    RouteCalls routes = new RouteCalls(calls, goneSigns, presence);
    this.items = new ItemCalls(routes);
    this.createFailures = new CreateFailures(clients.mapper(), goneSigns, presence);
    Shapes shapes = new Shapes(clients.mapper());
    this.events = new DirectEvents(clients.target(EventsApi.class), items, shapes);
    this.files = new DirectFiles(clients.target(FilesApi.class), items, shapes);
    this.git = new DirectGit(clients.target(GitApi.class), items, shapes);
    this.runtimes = new DirectRuntimes(clients.target(RuntimesApi.class), items, shapes);
    this.settings = new DirectSettings(clients.target(SettingsApi.class), routes, shapes);
    this.secrets = new DirectSecrets(clients.target(SecretsApi.class), routes, shapes);
    this.serverOptions = new DirectOptions(clients.target(OptionsApi.class), routes, shapes);
    this.user = new DirectUser(clients.target(UserApi.class), routes, shapes);
    this.health = new DirectHealth(clients.target(HealthApi.class), routes, shapes);
  }

  @Override
  public CreateConversationResponse createConversation(CreateConversationRequest request) {
    Objects.requireNonNull(request, "request");
    try {
      return calls.call(
          OperationClass.START,
          Deadline.in(time, startTimeout),
          call -> Answers.created(api.create(request, call)));
    } catch (OpenHandsException failure) {
      throw createFailures.of(request, failure);
    }
  }

  @Override
  public Optional<ConversationInfo> getConversation(String conversationId) {
    return items.make(
        OperationClass.READ, conversationId, (id, call) -> Optional.ofNullable(api.get(id, call)));
  }

  @Override
  public ConversationInfoResultSet listConversations(ConversationListQuery query) {
    Objects.requireNonNull(query, "query");
    ConversationTrigger trigger = query.conversationTrigger();
    try {
      return calls.call(
          OperationClass.READ,
          call ->
              Answers.present(
                  "list",
                  api.list(
                      query.pageId(),
                      query.limit(),
                      query.selectedRepository(),
                      trigger == null ? null : trigger.value(),
                      query.includeSubConversations(),
                      call)));
    } catch (OpenHandsException failure) {
      throw goneSigns.in(failure) ? GoneSigns.gone(failure) : V0Failures.of(failure);
    }
  }

  @Override
  public boolean updateConversation(String conversationId, String title) {
    Bodies.Title body = new Bodies.Title(Objects.requireNonNull(title, "title"));
    return items.make(
        OperationClass.OTHER_WRITE,
        conversationId,
        (id, call) -> Answers.present("rename", api.update(id, body, call)));
  }

  @Override
  public boolean deleteConversation(String conversationId) {
    return items.make(
        OperationClass.OTHER_WRITE,
        conversationId,
        (id, call) -> Answers.present("delete", api.delete(id, call)));
  }

  @Override
  public ConversationResponse startConversation(
      String conversationId, List<ProviderType> providersSet) {
    Bodies.Start body = new Bodies.Start(List.copyOf(providersSet));
    return items.make(
        OperationClass.OTHER_WRITE,
        conversationId,
        (id, call) -> Answers.present("start", api.start(id, body, call)));
  }

  @Override
  public ConversationResponse stopConversation(String conversationId) {
    return items.make(
        OperationClass.OTHER_WRITE,
        conversationId,
        (id, call) -> Answers.present("stop", api.stop(id, call)));
  }

  @Override
  public void addMessage(String conversationId, String message) {
    Bodies.Message body = new Bodies.Message(Objects.requireNonNull(message, "message"));
    items.make(
        OperationClass.MESSAGE,
        conversationId,
        (id, call) -> Answers.success("message", api.message(id, body, call)));
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
    return serverOptions;
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
    clients.close();
  }
}
