package io.github.openhands4j.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The agent servers of all sandboxes: one address of its own, at which the session key tells which
 * sandbox is meant. A sandbox that does not run answers 503 as from a gateway. Thread-safe.
 */
public final class SimulatedAgentServer {

  private final World world;
  private final Journal journal = new Journal();
  private final Disturbances disturbances = new Disturbances();
  private final List<Route> routes;
  private final Listener listener;
  private final SimulatedSockets sockets;

  /** Starts the server. */
  SimulatedAgentServer(World world) {
    this.world = world;
    this.routes = routes(world, world.options().agentServerAge());
    Router router = new Router(routes, new SandboxGate(world), new Surroundings(false));
    SocketHub hub = new SocketHub(world, journal);
    this.sockets = new SimulatedSockets(world, hub);
    this.listener =
        new Listener(
            new Responder(
                world, new AgentFront(world, router), journal, disturbances, null, Map.of()),
            world.options().keepAlive(),
            hub);
  }

  private static List<Route> routes(World world, AgentServerAge age) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new AgentEventRoutes(world).routes());
    routes.addAll(new AgentConversationRoutes(world, age).routes());
    routes.addAll(new BashRoutes(world).routes());
    routes.addAll(new FileRoutes(world, age).routes());
    routes.addAll(new AgentInfoRoutes(world, age).routes());
    return List.copyOf(routes);
  }

  /**
   * The address all sandboxes share, which is not the app server's.
   *
   * @return scheme, address and port, without a path
   */
  public URI baseUrl() {
    return listener.url();
  }

  /**
   * Every request received so far. A key in a header it does not belong in shows in the names of
   * the headers.
   *
   * @return the one journal of the agent servers, which goes on growing
   */
  public Journal journal() {
    return journal;
  }

  /**
   * The requests that neither a route of any age nor the sockets take, by method and path. Clients
   * learn the age of an agent server by asking for what it may not have.
   */
  Stream<RecordedRequest> requestsWithoutRoute() {
    List<Route> ofAnyAge =
        Stream.of(AgentServerAge.values()).flatMap(age -> routes(world, age).stream()).toList();
    return Unrouted.of(journal, ofAnyAge, AgentFront::withoutPrefix)
        .filter(request -> !SocketHub.isFor(request));
  }

  /**
   * Everything that can be called.
   *
   * @return method and path of each route, names of path parameters in braces
   */
  public List<String> routes() {
    return routes.stream().map(route -> route.method() + " " + route.template()).toList();
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

  /**
   * The WebSockets on which events are told, {@code /sockets/events/{conversation_id}}.
   *
   * @return the sockets of all sandboxes
   */
  public SimulatedSockets sockets() {
    return sockets;
  }

  /** Takes the editor away: its address is answered 503. */
  public void disableEditor() {
    world.change(at -> world.disableEditor());
  }

  /** Stops listening for good: connections are refused, while the app server goes on. */
  public void shutDown() {
    listener.close();
  }
}
