package io.github.openhands4j.v1;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.Journal;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.OpenHandsSimulatorBuilder;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import io.github.openhands4j.v1.internal.start.StreamPatience;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A simulated server that moves by hand, and clients of it. */
final class V1World implements AutoCloseable {

  static final String KEY = "sk-test-not-a-key";
  static final String TASKS = "/api/v1/app-conversations/start-tasks";
  static final String CONVERSATIONS = "/api/v1/app-conversations";
  static final Duration LONG = Duration.ofSeconds(20);

  /** More than a start has phases. */
  private static final int ALL_PHASES = 12;

  final OpenHandsSimulator server;
  private final List<OpenHandsClient> clients = new ArrayList<>();

  V1World() {
    this(builder -> builder);
  }

  V1World(UnaryOperator<OpenHandsSimulatorBuilder> setUp) {
    server = setUp.apply(OpenHandsSimulator.builder().apiKey(KEY).pace(Pace.manual())).start();
    server.everyStart(Outcome.runningForever());
  }

  /** A client in real time. */
  OpenHandsClient client() {
    return client(options -> options);
  }

  /** A client in real time. */
  OpenHandsClient client(UnaryOperator<ClientOptionsBuilder> setUp) {
    return client(TimeSource.system(), setUp);
  }

  /** A client whose pauses pass at once; it must not wait for anything, since waits poll. */
  OpenHandsClient client(ManualTime time) {
    return client(time, options -> options);
  }

  /** A client in any time. */
  OpenHandsClient client(TimeSource time, UnaryOperator<ClientOptionsBuilder> setUp) {
    return client(server.baseUrl(), time, setUp);
  }

  /** A client of any address. */
  OpenHandsClient client(URI baseUrl, TimeSource time, UnaryOperator<ClientOptionsBuilder> setUp) {
    return client(baseUrl, time, setUp, StreamPatience.USUAL);
  }

  /** A client in real time of any address, which reads streams of starts as long as is said. */
  OpenHandsClient client(URI baseUrl, StreamPatience patience) {
    return client(baseUrl, TimeSource.system(), options -> options, patience);
  }

  private OpenHandsClient client(
      URI baseUrl,
      TimeSource time,
      UnaryOperator<ClientOptionsBuilder> setUp,
      StreamPatience patience) {
    ClientOptions options =
        setUp
            .apply(
                LiftedLimits.in(ClientOptions.builder())
                    .baseUrl(baseUrl)
                    .apiKey(KEY)
                    .pollsPerMinute(600))
            .build();
    OpenHandsClient client = new DefaultOpenHandsClient(options, time, () -> 0.5, patience);
    clients.add(client);
    return client;
  }

  /** The next search for start tasks is answered with one page of our making. */
  void nextTaskPage(String rows, String nextToken) {
    server.disturbNext(
        "GET",
        TASKS + "/search",
        Disturbance.notTaken()
            .answer(
                200,
                "application/json",
                "{\"items\":[" + rows + "],\"next_page_id\":" + nextToken + "}"));
  }

  /** A start as simple as can be. */
  static StartRequest request() {
    return StartRequest.builder().message("Fix the README").build();
  }

  /** Lets all starts and runs go as far as they go. */
  void settle() {
    server.advance(ALL_PHASES);
  }

  /** A conversation that is there and runs. */
  ConversationId running(OpenHandsClient client) {
    ConversationId id = client.conversations().start(request()).conversationId().orElseThrow();
    settle();
    return id;
  }

  SimulatedConversation conversation(ConversationId id) {
    return server.conversation(id.hex());
  }

  long polls() {
    return server.journal().count("GET", TASKS) + server.journal().count("GET", CONVERSATIONS);
  }

  /** The queries of the requests for a path, which is a pattern, in order and decoded. */
  static List<String> queries(Journal journal, String path) {
    return journal.requests().stream()
        .filter(request -> request.path().matches(path))
        .map(request -> URLDecoder.decode(request.query(), StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public void close() {
    clients.forEach(OpenHandsClient::close);
    server.close();
  }
}
