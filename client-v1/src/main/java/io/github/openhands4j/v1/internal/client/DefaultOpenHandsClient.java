package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.ClosableTime;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.ConfigApi;
import io.github.openhands4j.v1.api.DownloadsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.GitApi;
import io.github.openhands4j.v1.api.HealthApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.SecretsApi;
import io.github.openhands4j.v1.api.SettingsApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.UsersApi;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.api.WebClientConfigApi;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.agent.AgentServers;
import io.github.openhands4j.v1.internal.conversation.ConversationFactory;
import io.github.openhands4j.v1.internal.conversation.ConversationTools;
import io.github.openhands4j.v1.internal.conversation.Resumption;
import io.github.openhands4j.v1.internal.conversation.RunWaits;
import io.github.openhands4j.v1.internal.event.StoredEventsDoor;
import io.github.openhands4j.v1.internal.live.Bell;
import io.github.openhands4j.v1.internal.live.LiveClock;
import io.github.openhands4j.v1.internal.live.LiveRhythm;
import io.github.openhands4j.v1.internal.live.LiveSource;
import io.github.openhands4j.v1.internal.live.LiveSubscriptions;
import io.github.openhands4j.v1.internal.live.RealBell;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import io.github.openhands4j.v1.internal.message.MessageClock;
import io.github.openhands4j.v1.internal.message.MessageDriver;
import io.github.openhands4j.v1.internal.poll.Poller;
import io.github.openhands4j.v1.internal.start.StartDriver;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Wires a client together and owns what has to be closed. */
public final class DefaultOpenHandsClient implements OpenHandsClient {

  private final ClientOptions options;
  private final FeignClients feign;
  private final V1Api api;
  private final ClientThreads starters = new ClientThreads("openhands4j-start");
  private final ClientThreads completions = new ClientThreads("openhands4j-client");
  private final Poller poller;
  private final TimeSource time;
  private final Conversations conversations;
  private final Sandboxes sandboxes;
  private final AgentServers agents;
  private final LiveSubscriptions live;
  private final ConversationTools tools;

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
   * @param rhythm how long live subscriptions rest
   * @param bells ends their rests
   */
  public DefaultOpenHandsClient(
      ClientOptions options,
      TimeSource time,
      DoubleSupplier chance,
      LiveRhythm rhythm,
      Supplier<Bell> bells) {
    this.options = options;
    this.time = time;
    this.feign = new FeignClients(options, time);
    this.api = door(feign);
    Calls calls = new Calls(options, time, chance);
    this.agents = new AgentServers(options, time, calls);
    this.poller =
        new Poller(new SinglePollReads(api, options), pollsPerMinute(options), time, completions);
    this.sandboxes = new DefaultSandboxes(api.sandboxes(), calls);
    StartDriver driver =
        new StartDriver(api, calls, feign.mapper(), options, time, feign.serverClock(), chance);
    MessageDriver messages =
        new MessageDriver(
            api,
            calls,
            options,
            new MessageClock(time, feign.serverClock()),
            new LookRhythm(time, chance),
            poller::stirred);
    StoredEventsDoor stored = feign.target(StoredEventsDoor.class);
    RunWaits waits = new RunWaits(poller, sandboxes, completions);
    this.live =
        new LiveSubscriptions(
            new LiveSource(api, stored, agents, calls, feign.mapper(), options),
            rhythm,
            new LiveClock(time, chance),
            bells);
    this.tools =
        new ConversationTools(
            api,
            stored,
            calls,
            messages,
            waits,
            sandboxes,
            agents,
            new Resumption(api.appConversations(), sandboxes, agents, calls, time, options),
            live,
            options);
    this.conversations =
        new DefaultConversations(
            api,
            calls,
            driver,
            new StartFactory(waits, new ConversationFactory(tools), options),
            messages,
            starters,
            options);
  }

  private static V1Api door(FeignClients feign) {
    return new V1Api(
        feign.target(AppConversationsApi.class),
        feign.target(StartTasksApi.class),
        feign.target(SandboxesApi.class),
        feign.target(EventsApi.class),
        feign.target(SettingsApi.class),
        feign.target(SecretsApi.class),
        feign.target(GitApi.class),
        feign.target(UsersApi.class),
        feign.target(ConfigApi.class),
        feign.target(WebClientConfigApi.class),
        feign.target(HealthApi.class),
        feign.target(DownloadsApi.class));
  }

  /** Polls are a part of all requests. */
  private static int pollsPerMinute(ClientOptions options) {
    return Math.min(options.pollsPerMinute(), options.requestsPerMinute());
  }

  @Override
  public Conversations conversations() {
    return conversations;
  }

  @Override
  public Optional<Conversation> conversation(ConversationId id) {
    return conversations.get(id).map(new ConversationFactory(tools)::read);
  }

  @Override
  public Sandboxes sandboxes() {
    return sandboxes;
  }

  @Override
  public AgentServer agentServer(AppConversation conversation) {
    return agents.at(AgentAddress.of(conversation, options));
  }

  @Override
  public AgentServer agentServer(SandboxInfo sandbox) {
    return agents.at(AgentAddress.of(sandbox, options));
  }

  @Override
  public V1Api api() {
    return api;
  }

  @Override
  public ClientOptions options() {
    return options;
  }

  @Override
  public void close() {
    live.close();
    poller.close();
    if (time instanceof ClosableTime closable) {
      closable.close();
    }
    feign.close();
    agents.close();
    starters.close();
    completions.close();
  }
}
