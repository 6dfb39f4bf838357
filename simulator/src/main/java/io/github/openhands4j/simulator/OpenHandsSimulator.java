package io.github.openhands4j.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stateful stand-in for a V1 server, for tests: it listens on a random port of 127.0.0.1, takes
 * starts, moves them to READY, runs agents that end as told, and counts every request.
 *
 * <pre>{@code
 * try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
 *   server.nextStart(Outcome.error("LLMAuthenticationError", "key refused"));
 *   server.disturbNextStart(Disturbance.taken().dropConnection());
 *   // point the client at server.baseUrl() and start something
 *   assertThat(server.journal().starts()).isEqualTo(1);
 * }
 * }</pre>
 *
 * <ul>
 *   <li>No key is wanted and no web app is mounted unless the builder says so.
 *   <li>A start is READY after three reads and its run finishes after two more.
 *   <li>Its sandboxes have an agent server at an address of its own: {@link #agentServer()}.
 * </ul>
 *
 * Thread-safe. Closing it stops the server and frees the port.
 */
public final class OpenHandsSimulator implements AutoCloseable {

  private static final Map<String, String> UNCACHED =
      Map.of(
          "cache-control",
          "no-cache, no-store, must-revalidate, max-age=0",
          "pragma",
          "no-cache",
          "expires",
          "0");

  private final World world;
  private final Journal journal = new Journal();
  private final Disturbances disturbances = new Disturbances();
  private final SimulatedAgentServer agentServer;
  private final Listener listener;
  private final List<Route> routes;

  /** Starts a server. */
  OpenHandsSimulator(SimulatorOptions options) {
    this.world = new World(options);
    this.routes = routes(world);
    Router router =
        new Router(
            routes,
            new UserGate(options.auth(), options.apiKey()),
            new Surroundings(options.webApp()));
    Supplier<Limiter> limiter = options.limiter();
    this.agentServer = new SimulatedAgentServer(world);
    this.listener =
        new Listener(
            new Responder(
                world,
                router,
                journal,
                disturbances,
                limiter == null ? null : limiter.get(),
                UNCACHED),
            options.keepAlive());
    world.listensAt(baseUrl().toString(), agentServer.baseUrl().toString());
  }

  private static List<Route> routes(World world) {
    List<Route> routes = new ArrayList<>();
    // The server's order: the first route with a path names the method a 405 allows.
    routes.addAll(new EventRoutes(world).routes());
    routes.addAll(new ConversationReadRoutes(world).routes());
    routes.addAll(new StartRoutes(world).routes());
    routes.addAll(new ConversationWriteRoutes(world).routes());
    routes.addAll(new MessageRoutes(world).routes());
    routes.addAll(new StartTaskRoutes(world).routes());
    routes.addAll(new SandboxRoutes(world).routes());
    routes.addAll(new SwitchRoutes(world).routes());
    routes.addAll(new PendingMessageRoutes().routes());
    routes.addAll(new SandboxSecretRoutes(world).routes());
    routes.addAll(new SandboxSpecRoutes(world).routes());
    routes.addAll(new ConversationAgentRoutes(world).routes());
    routes.add(new DownloadRoute(world).route());
    routes.addAll(new SettingsRoutes(world).routes());
    routes.addAll(new ProfileRoutes(world).routes());
    routes.addAll(new SecretRoutes(world).routes());
    routes.addAll(new SkillRoutes(world).routes());
    routes.addAll(new SharedRoutes(world).routes());
    routes.addAll(new GitRoutes(world).routes());
    routes.addAll(new ConfigRoutes(world).routes());
    routes.addAll(new HealthRoutes(world).routes());
    if (world.options().auth() == Auth.CLOUD_BEARER) {
      routes.addAll(new ApiKeyRoutes().routes());
      routes.addAll(new OrganizationRoutes().routes());
    }
    return List.copyOf(routes);
  }

  /**
   * Starts a simulator with the defaults.
   *
   * @return a server that listens already; to be closed by the caller
   */
  public static OpenHandsSimulator start() {
    return builder().start();
  }

  /**
   * A builder with the defaults.
   *
   * @return a new builder; nothing listens before its {@code start()}
   */
  public static OpenHandsSimulatorBuilder builder() {
    return new OpenHandsSimulatorBuilder();
  }

  /**
   * The address to point a client at, such as {@code http://127.0.0.1:40123}.
   *
   * @return scheme, address and port, without a path or a slash at the end
   */
  public URI baseUrl() {
    return listener.url();
  }

  /**
   * The user's settings, secrets, git providers and models.
   *
   * @return a live view
   */
  public SimulatedAccount account() {
    return world.account();
  }

  /**
   * The agent servers of all sandboxes.
   *
   * @return the one stand-in for them, which stops with the simulator
   */
  public SimulatedAgentServer agentServer() {
    return agentServer;
  }

  /**
   * The events of any conversation, also of one that is deleted or was never there.
   *
   * @param conversationId hex or dashed
   * @return a live view, empty for an unknown conversation
   * @throws IllegalArgumentException when the id is neither hex nor dashed
   */
  public SimulatedEvents events(String conversationId) {
    return new SimulatedEvents(
        world,
        Uuids.hex(conversationId)
            .orElseThrow(() -> new IllegalArgumentException("not an id: " + conversationId)));
  }

  /**
   * Everything that can be called, such as {@code GET /api/v1/app-conversations/search}.
   *
   * @return method and path of each route, names of path parameters in braces
   */
  public List<String> routes() {
    return routes.stream().map(route -> route.method() + " " + route.template()).toList();
  }

  /**
   * The key this server wants.
   *
   * @return the key, empty when it wants none
   */
  public Optional<String> apiKey() {
    return Optional.ofNullable(world.options().apiKey());
  }

  /**
   * The requests in the two journals that no route takes, by method and path. They were answered as
   * a server answers what it does not know; most often the caller meant something else. What only
   * agent servers of another {@link AgentServerAge} have counts as a route: callers learn the age
   * by asking.
   *
   * @return those of this server, then those of the agent server, each in order of arrival; not
   *     among them are preflights ({@code OPTIONS})
   */
  public List<RecordedRequest> requestsWithoutRoute() {
    return Stream.concat(
            Unrouted.of(journal, routes, UnaryOperator.identity()),
            agentServer.requestsWithoutRoute())
        .toList();
  }

  /**
   * Every request received so far.
   *
   * @return the one journal of this server, which goes on growing
   */
  public Journal journal() {
    return journal;
  }

  /**
   * Queues the outcome of one following start; several are used in order.
   *
   * @param outcome what becomes of that start and its run
   */
  public void nextStart(Outcome outcome) {
    world.change(at -> world.queue(outcome));
  }

  /**
   * Sets the outcome of all starts for which none is queued.
   *
   * @param outcome what becomes of them, in place of {@link Outcome#finished()}
   */
  public void everyStart(Outcome outcome) {
    world.change(at -> world.always(outcome));
  }

  /**
   * Disturbs the next {@code POST /api/v1/app-conversations} or {@code
   * /api/v1/app-conversations/stream-start}; several are used in order.
   *
   * @param disturbance what goes wrong with it, once
   * @throws IllegalArgumentException when a call that is not taken is given no answer
   */
  public void disturbNextStart(Disturbance disturbance) {
    disturbNext("POST", Journal.START, disturbance);
  }

  /**
   * Disturbs the next call that matches; several are used in order.
   *
   * @param method the HTTP method, upper case
   * @param pathRegex a regular expression that the whole path must match
   * @param disturbance what goes wrong with it, once
   * @throws IllegalArgumentException when a call that is not taken is given no answer
   */
  public void disturbNext(String method, String pathRegex, Disturbance disturbance) {
    disturbances.add(method, pathRegex, disturbance);
  }

  /** Moves every start and every run one status further, whatever its pace. */
  public void advance() {
    world.change(world::advance);
  }

  /**
   * Moves every start and every run so many statuses further.
   *
   * @param times how many statuses; 0 and less move nothing
   */
  public void advance(int times) {
    for (int i = 0; i < times; i++) {
      advance();
    }
  }

  /**
   * All start tasks, oldest first.
   *
   * @return an unchangeable list of live views, empty before the first start
   */
  public List<SimulatedStartTask> startTasks() {
    return world.look(() -> List.copyOf(world.startTasks()));
  }

  /**
   * All conversations, oldest first.
   *
   * @return an unchangeable list of live views; a start is in it from READY on
   */
  public List<SimulatedConversation> conversations() {
    return world.look(() -> List.copyOf(world.conversations()));
  }

  /**
   * All sandboxes, oldest first.
   *
   * @return an unchangeable list of live views; a start's is in it from WAITING_FOR_SANDBOX on
   */
  public List<SimulatedSandbox> sandboxes() {
    return world.look(() -> List.copyOf(world.sandboxes()));
  }

  /**
   * A start task.
   *
   * @param id hex or dashed
   * @return a live view of the task
   * @throws NoSuchElementException when there is none
   */
  public SimulatedStartTask startTask(String id) {
    return found(world.look(() -> Uuids.hex(id).flatMap(world::startTask).orElse(null)), id);
  }

  /**
   * A conversation.
   *
   * @param id hex or dashed
   * @return a live view of the conversation
   * @throws NoSuchElementException when there is none, or not yet
   */
  public SimulatedConversation conversation(String id) {
    return found(world.look(() -> Uuids.hex(id).flatMap(world::conversation).orElse(null)), id);
  }

  /**
   * A sandbox.
   *
   * @param id exactly as the server shows it, no other spelling
   * @return a live view of the sandbox
   * @throws NoSuchElementException when there is none
   */
  public SimulatedSandbox sandbox(String id) {
    return found(world.look(() -> world.sandbox(id).orElse(null)), id);
  }

  private static <T> T found(@Nullable T thing, String id) {
    if (thing == null) {
      throw new NoSuchElementException("the simulator knows nothing with the id " + id);
    }
    return thing;
  }

  /** Stops the server and the agent server. */
  @Override
  public void close() {
    listener.close();
    agentServer.shutDown();
  }
}
