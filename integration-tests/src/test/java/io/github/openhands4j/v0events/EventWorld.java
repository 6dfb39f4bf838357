package io.github.openhands4j.v0events;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.backend.V1Backend;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.model.v0.event.EventQueryBuilder;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.OpenHandsSimulatorBuilder;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A simulated server that moves by hand, and a V0 client on it whose time passes by hand. */
final class EventWorld implements AutoCloseable {

  static final String KEY = "sk-test-not-a-key";

  /** More than a start and a run have stations. */
  private static final int ALL = 40;

  final OpenHandsSimulator server;
  final ManualTime time = new ManualTime();
  final OpenHandsV0Client client;
  private final List<OpenHandsV0Client> clients = new ArrayList<>();

  EventWorld() {
    this(builder -> builder, CompatOptions.builder().build());
  }

  EventWorld(UnaryOperator<OpenHandsSimulatorBuilder> setUp, CompatOptions compat) {
    server = setUp.apply(OpenHandsSimulator.builder().apiKey(KEY).pace(Pace.manual())).start();
    server.everyStart(Outcome.runningForever());
    client = client(compat);
  }

  /** One more client, as of another process. */
  OpenHandsV0Client client(CompatOptions compat) {
    OpenHandsV0Client one =
        new V1Backend(
            new DefaultOpenHandsClient(options(), time, () -> 0.5),
            compat,
            new V0BackendInfo("v1", "test", "here"),
            time);
    clients.add(one);
    return one;
  }

  private ClientOptions options() {
    return LiftedLimits.in(ClientOptions.builder()).baseUrl(server.baseUrl()).apiKey(KEY).build();
  }

  /** A new conversation that is still starting. */
  String created() {
    return Objects.requireNonNull(
        client
            .createConversation(
                CreateConversationRequest.builder().initialUserMsg("Fix the README").build())
            .conversationId());
  }

  /** A new conversation of another program of the same account, one that speaks V1. */
  String startedElsewhere(StartRequest request) {
    try (OpenHandsClient other = new DefaultOpenHandsClient(options(), time, () -> 0.5)) {
      return other.conversations().start(request).conversationId().orElseThrow().hex();
    }
  }

  /** A conversation that is there and went as far as its outcome goes. */
  String settled(Outcome outcome) {
    server.nextStart(outcome);
    String id = created();
    settle();
    return id;
  }

  void settle() {
    server.advance(ALL);
  }

  SimulatedConversation conversation(String id) {
    return server.conversation(id);
  }

  EventPage page(String id, EventQueryBuilder query) {
    return client.events().listEvents(id, query.build());
  }

  List<Event> events(String id) {
    return page(id, query().limit(100)).events();
  }

  static EventQueryBuilder query() {
    return EventQuery.builder();
  }

  /** The type of an event: of an action as it is, of an observation in brackets. */
  static String type(Event event) {
    String state = stateOf(event);
    return state != null
        ? state
        : event.action() != null ? event.action() : "[" + event.observation() + "]";
  }

  /** The agent's state that an event tells, or null. */
  static @Nullable String stateOf(Event event) {
    return "agent_state_changed".equals(event.observation())
        ? String.valueOf(Objects.requireNonNull(event.extras()).get("agent_state"))
        : null;
  }

  @Override
  public void close() {
    clients.forEach(OpenHandsV0Client::close);
    server.close();
  }
}
