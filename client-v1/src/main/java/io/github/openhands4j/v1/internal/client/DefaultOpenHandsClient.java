package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.feign.CallView;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.ApiKeys;
import io.github.openhands4j.v1.CallOptions;
import io.github.openhands4j.v1.Config;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.Git;
import io.github.openhands4j.v1.Health;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Profiles;
import io.github.openhands4j.v1.SandboxSpecs;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.Secrets;
import io.github.openhands4j.v1.Settings;
import io.github.openhands4j.v1.SharedConversations;
import io.github.openhands4j.v1.StartTasks;
import io.github.openhands4j.v1.Users;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.agent.AgentServers;
import io.github.openhands4j.v1.internal.conversation.ConversationFactory;
import io.github.openhands4j.v1.internal.conversation.ConversationTools;
import io.github.openhands4j.v1.internal.conversation.Resumption;
import io.github.openhands4j.v1.internal.conversation.RunWaits;
import io.github.openhands4j.v1.internal.event.StoredEventsDoor;
import io.github.openhands4j.v1.internal.live.Bell;
import io.github.openhands4j.v1.internal.live.LiveRhythm;
import io.github.openhands4j.v1.internal.live.LiveSource;
import io.github.openhands4j.v1.internal.live.RealBell;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import io.github.openhands4j.v1.internal.message.MessageDriver;
import io.github.openhands4j.v1.internal.poll.Poller;
import io.github.openhands4j.v1.internal.start.StreamPatience;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Wires a client together, or a view of one. */
public final class DefaultOpenHandsClient implements OpenHandsClient {

  private final ClientParts parts;
  private final CallOptions callOptions;
  private final V1Api api;
  private final Calls calls;
  private final Typed typed;
  private final AgentServers agents;
  private final Conversations conversations;
  private final Sandboxes sandboxes;
  private final ConversationFactory factory;

  /**
   * Creates a client.
   *
   * @param options server, key and limits
   * @param time the clock
   * @param chance gives numbers from 0 to 1, for the jitter of waits
   */
  public DefaultOpenHandsClient(ClientOptions options, TimeSource time, DoubleSupplier chance) {
    this(options, time, chance, LiveRhythm.USUAL, RealBell::new);
  }

  /**
   * Creates a client.
   *
   * @param options server, key and limits
   * @param time the clock
   * @param chance gives numbers from 0 to 1, for the jitter of waits
   * @param patience how long streams of starts are read
   */
  public DefaultOpenHandsClient(
      ClientOptions options, TimeSource time, DoubleSupplier chance, StreamPatience patience) {
    this(
        new ClientParts(options, time, chance, patience, LiveRhythm.USUAL, RealBell::new),
        CallOptions.none());
  }

  /**
   * Creates a client.
   *
   * @param options server, key and limits
   * @param time the clock
   * @param chance gives numbers from 0 to 1, for the jitter of waits
   * @param rhythm how long live subscriptions rest
   * @param bells ends their rests
   */
  public DefaultOpenHandsClient(
      ClientOptions options,
      TimeSource time,
      DoubleSupplier chance,
      LiveRhythm rhythm,
      Supplier<Bell> bells) {
    this(
        new ClientParts(options, time, chance, StreamPatience.USUAL, rhythm, bells),
        CallOptions.none());
  }

  private DefaultOpenHandsClient(ClientParts parts, CallOptions callOptions) {
    this.parts = parts;
    this.callOptions = callOptions;
    ClientOptions options = withTimes(parts.options(), callOptions);
    Map<String, String> headers =
        callOptions.organization().map(id -> Map.of("X-Org-Id", id)).orElse(Map.of());
    CallView view = new CallView(headers, callOptions.answerListener().orElse(null));
    boolean plain = callOptions == CallOptions.none();
    FeignClients feign = plain ? parts.feign() : parts.feign().with(options, view);
    this.api = plain ? parts.api() : Doors.of(feign);
    Deadline end = deadline(parts.time(), callOptions);
    this.calls = parts.calls().with(options, end);
    this.agents =
        new AgentServers(parts.agents(), options, end, callOptions.answerListener().orElse(null));
    this.typed = new Typed(feign.mapper());
    this.sandboxes =
        new DefaultSandboxes(api.sandboxes(), api.raw().sandboxSecrets(), calls, options);
    Poller poller = parts.poller(headers);
    MessageDriver messages =
        new MessageDriver(
            api,
            calls,
            options,
            parts.sentMessages(),
            new LookRhythm(parts.time(), parts.chance()),
            parts::stirred);
    RunWaits waits = new RunWaits(poller, sandboxes, parts.completions());
    String organization = callOptions.organization().orElse(null);
    this.factory =
        new ConversationFactory(
            tools(feign.target(StoredEventsDoor.class), messages, waits, options, end));
    this.conversations =
        new DefaultConversations(
            api,
            calls,
            parts.starts().with(api, calls, options, organization),
            new StartFactory(waits, factory, options),
            messages,
            parts.starters(),
            options,
            typed,
            organization,
            id -> withOptions(other -> other.organization(id)).conversations());
  }

  private ConversationTools tools(
      StoredEventsDoor stored,
      MessageDriver messages,
      RunWaits waits,
      ClientOptions options,
      @Nullable Deadline end) {
    return new ConversationTools(
        api,
        stored,
        calls,
        messages,
        waits,
        sandboxes,
        agents,
        new Resumption(
            api.appConversations(), api.sandboxes(), agents, calls, parts.time(), options),
        parts.live(),
        new LiveSource(api, stored, agents, calls, parts.feign().mapper(), options, end),
        options,
        callOptions.organization().orElse(null));
  }

  private static ClientOptions withTimes(ClientOptions options, CallOptions changes) {
    return changes
        .timeout()
        .map(
            limit ->
                options.toBuilder()
                    .readTimeout(limit)
                    .writeTimeout(limit)
                    .startTimeout(limit)
                    .build())
        .orElse(options);
  }

  private static @Nullable Deadline deadline(TimeSource time, CallOptions changes) {
    return changes
        .deadline()
        .map(end -> Duration.between(time.now(), end))
        .map(left -> Deadline.in(time, left.isNegative() ? Duration.ZERO : left))
        .orElse(null);
  }

  @Override
  public OpenHandsClient withOptions(UnaryOperator<CallOptions> changes) {
    return new DefaultOpenHandsClient(parts, changes.apply(callOptions));
  }

  @Override
  public Conversations conversations() {
    return conversations;
  }

  @Override
  public Optional<Conversation> conversation(ConversationId id) {
    return conversations.get(id).map(factory::read);
  }

  @Override
  public Conversation conversation(AppConversation row) {
    return factory.read(row);
  }

  @Override
  public StartTasks startTasks() {
    return new DefaultStartTasks(api.startTasks(), calls);
  }

  @Override
  public Sandboxes sandboxes() {
    return sandboxes;
  }

  @Override
  public SandboxSpecs sandboxSpecs() {
    return new DefaultSandboxSpecs(api.sandboxSpecs(), calls);
  }

  @Override
  public Settings settings() {
    return new DefaultSettings(api.settings(), calls, typed);
  }

  @Override
  public Profiles profiles() {
    return new DefaultProfiles(api.profiles(), calls);
  }

  @Override
  public Secrets secrets() {
    return new DefaultSecrets(api.secrets(), calls);
  }

  @Override
  public Git git() {
    return new DefaultGit(api.git(), calls, typed);
  }

  @Override
  public Config config() {
    return new DefaultConfig(api.config(), calls, typed);
  }

  @Override
  public Users users() {
    return new DefaultUsers(api.users(), calls, typed);
  }

  @Override
  public SharedConversations sharedConversations() {
    return new DefaultSharedConversations(api.shared(), calls);
  }

  @Override
  public ApiKeys apiKeys() {
    return new DefaultApiKeys(api.apiKeys(), calls);
  }

  @Override
  public Health health() {
    return new DefaultHealth(api.health(), calls, typed);
  }

  @Override
  public AgentServer agentServer(AppConversation conversation) {
    return agents.at(AgentAddress.of(conversation, parts.options()));
  }

  @Override
  public AgentServer agentServer(SandboxInfo sandbox) {
    return agents.at(AgentAddress.of(sandbox, parts.options()));
  }

  @Override
  public V1Api api() {
    return api;
  }

  @Override
  public ClientOptions options() {
    return parts.options();
  }

  @Override
  public void close() {
    parts.close();
  }
}
