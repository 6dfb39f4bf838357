package io.github.openhands4j.demo;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.ServerKind;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.v1.OpenHandsClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The V1 server the demo runs on: the simulator, a real service, or a real server of its own. */
interface Server extends AutoCloseable {

  /** What the server is, for people. */
  String description();

  /** The variables that lead a program to it. */
  Map<String, String> environment();

  /** How many starts of a conversation the server has seen. */
  int startsOf(ConversationId id);

  /** Extra arguments of the old application. */
  List<String> oldArguments();

  @Override
  void close();

  /**
   * The server that the environment asks for: the simulator, unless it names a key or a server. An
   * empty variable counts as not set. What chooses the V0 backend or sets up the adapter is not
   * passed on: the demo shows their defaults.
   */
  static Server of(Map<String, String> environment) {
    Map<String, String> own = new TreeMap<>(environment);
    own.entrySet().removeIf(e -> !isOfServer(e.getKey()) || e.getValue().isBlank());
    boolean real =
        own.containsKey("OPENHANDS_API_KEY")
            || own.containsKey("OPENHANDS_API_KEY_FILE")
            || own.containsKey("OPENHANDS_BASE_URL");
    return real ? new Real(own, Clock.systemUTC().instant()) : Simulated.start();
  }

  /** Whether a variable says where the server is or how to call it, not how V0 runs on it. */
  private static boolean isOfServer(String name) {
    return name.startsWith("OPENHANDS_")
        && !name.startsWith("OPENHANDS_COMPAT_")
        && !name.equals("OPENHANDS_V0_BACKEND");
  }

  /** A real service. */
  record Real(Map<String, String> environment, Instant began) implements Server {

    @Override
    public String description() {
      ClientOptionsBuilder options = ClientOptions.builder();
      String url = environment.get("OPENHANDS_BASE_URL");
      if (url != null) {
        options.baseUrl(url);
      }
      return options.build().baseUrl() + " (a real service; two conversations are started)";
    }

    @Override
    public int startsOf(ConversationId id) {
      try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
        return StartTasks.count(client, id, began);
      }
    }

    @Override
    public List<String> oldArguments() {
      return List.of();
    }

    @Override
    public void close() {
      // the service goes on
    }
  }

  /** A real server that runs for the demo only. */
  record Loopback(RealServer server, Instant began) implements Server {

    static Loopback start(Path root) {
      return new Loopback(
          RealServer.start(ServerKind.V1_WITH_WEB_APP, root, "demo"), Clock.systemUTC().instant());
    }

    @Override
    public String description() {
      return server.baseUrl() + " (a real server with a model that is not; it speaks V1 only)";
    }

    @Override
    public Map<String, String> environment() {
      return Map.of(
          "OPENHANDS_BASE_URL", server.baseUrl().toString(), "OPENHANDS_API_KEY", RealServer.KEY);
    }

    @Override
    public int startsOf(ConversationId id) {
      try (OpenHandsClient client =
          OpenHandsClient.create(
              ClientOptions.builder().baseUrl(server.baseUrl()).apiKey(RealServer.KEY).build())) {
        return StartTasks.count(client, id, began);
      }
    }

    @Override
    public List<String> oldArguments() {
      return List.of("--poll-ms=1000");
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /** The simulator, at a pace at which one sees what happens. */
  record Simulated(OpenHandsSimulator simulator) implements Server {

    private static final String KEY = "sk-fake-demo-key";

    static Simulated start() {
      OpenHandsSimulator simulator =
          OpenHandsSimulator.builder()
              .apiKey(KEY)
              .startPace(Pace.every(Duration.ofMillis(400)))
              .runPace(Pace.every(Duration.ofMillis(1500)))
              .start();
      simulator.everyStart(Outcome.finished());
      return new Simulated(simulator);
    }

    @Override
    public String description() {
      return simulator.baseUrl() + " (the simulator; it speaks V1 only)";
    }

    /** The old application polls more often than a shared server would like. */
    @Override
    public Map<String, String> environment() {
      return Map.of(
          "OPENHANDS_BASE_URL",
          simulator.baseUrl().toString(),
          "OPENHANDS_API_KEY",
          KEY,
          "OPENHANDS_REQUESTS_PER_MINUTE",
          "600");
    }

    @Override
    public int startsOf(ConversationId id) {
      return (int)
          simulator.journal().requests().stream()
              .filter(
                  r -> r.method().equals("POST") && r.path().equals("/api/v1/app-conversations"))
              .count();
    }

    @Override
    public List<String> oldArguments() {
      return List.of("--delete", "--poll-ms=300");
    }

    @Override
    public void close() {
      simulator.close();
    }
  }
}
