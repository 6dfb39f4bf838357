package io.github.openhands4j.v1live;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.OpenHandsSimulatorBuilder;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedEvents;
import io.github.openhands4j.simulator.SimulatedSandbox;
import io.github.openhands4j.simulator.SimulatedSockets;
import io.github.openhands4j.testing.Ears;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveState;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import io.github.openhands4j.v1.internal.live.Bell;
import io.github.openhands4j.v1.internal.live.LiveRhythm;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A simulated server with one conversation that runs, a client, and the bell of its live events.
 */
final class LiveWorld implements AutoCloseable {

  static final String KEY = "sk-test-not-a-key";
  static final String SOCKETS = "(/runtime/[^/]+)?/sockets/events/.+";
  static final String AGENT_EVENTS = "(/runtime/[^/]+)?/api/conversations/[^/]+/events/search";

  final OpenHandsSimulator server;
  final ManualTime time = new ManualTime();
  final HandBell bell = new HandBell(time);
  final OpenHandsClient client;
  final ConversationId id;
  final Conversation conversation;

  LiveWorld() {
    this(builder -> builder);
  }

  LiveWorld(UnaryOperator<OpenHandsSimulatorBuilder> setUp) {
    server = setUp.apply(OpenHandsSimulator.builder().apiKey(KEY).pace(Pace.manual())).start();
    server.everyStart(Outcome.runningForever());
    client = client(time);
    id =
        client
            .conversations()
            .start(StartRequest.builder().message("Fix the README").build())
            .conversationId()
            .orElseThrow();
    server.advance(12);
    conversation = client.conversation(id).orElseThrow();
  }

  /** A further client whose subscriptions share the bell. */
  OpenHandsClient client(TimeSource clock) {
    return client(clock, bell);
  }

  OpenHandsClient client(TimeSource clock, Bell itsBell) {
    ClientOptions options =
        LiftedLimits.in(ClientOptions.builder())
            .baseUrl(server.baseUrl())
            .apiKey(KEY)
            .pollsPerMinute(600)
            .build();
    return new DefaultOpenHandsClient(options, clock, () -> 1.0, LiveRhythm.USUAL, () -> itsBell);
  }

  /** A subscription that listens at the socket, and rests until its next look. */
  LiveEvents connected(Ears ears) {
    LiveEvents live = conversation.liveEvents(ears);
    ears.awaitState(LiveState.CONNECTED);
    bell.awaitRest(LiveRhythm.USUAL.connected()::equals);
    return live;
  }

  SimulatedSockets sockets() {
    return server.agentServer().sockets();
  }

  SimulatedEvents events() {
    return server.events(id.hex());
  }

  SimulatedSandbox sandbox() {
    return server.conversation(id.hex()).sandbox().orElseThrow();
  }

  /** Something happens. */
  String happens(String what) {
    return events().add("{\"kind\":\"" + what + "\",\"source\":\"agent\"}");
  }

  List<String> happen(int count) {
    return IntStream.range(0, count).mapToObj(n -> happens("PauseEvent")).toList();
  }

  List<String> all() {
    return events().atAgentServer();
  }

  long connections() {
    return server.agentServer().journal().count("GET", SOCKETS);
  }

  long agentReads() {
    return server.agentServer().journal().count("GET", AGENT_EVENTS);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
