package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.backend.V1Backend;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The adapter on a server that speaks V1 only. */
final class AdapterWorld implements V0World {

  static final String KEY = "sk-test-not-a-key";

  private static final Duration SHORT = Duration.ofSeconds(2);

  /** More than a start has phases. */
  private static final int ALL_PHASES = 12;

  private final OpenHandsSimulator server =
      OpenHandsSimulator.builder().apiKey(KEY).pace(Pace.manual()).start();
  private final ManualTime manual = new ManualTime();
  private final TimeSource time;
  private final CompatOptions compat;
  private final V0Clients clients;
  private final OpenHandsV0Client client;

  /** A world in which time passes by hand; waits that poll would not end in it. */
  AdapterWorld(CompatOptions compat) {
    this(compat, null);
  }

  /** A world with the machine's time. */
  static AdapterWorld inRealTime(CompatOptions compat) {
    return new AdapterWorld(compat, TimeSource.system());
  }

  private AdapterWorld(CompatOptions compat, @Nullable TimeSource time) {
    this.compat = compat;
    this.time = time == null ? manual : time;
    this.clients = new V0Clients(server.baseUrl(), KEY, this::backend);
    this.client = clients.withRightKey();
    server.everyStart(Outcome.runningForever());
  }

  OpenHandsSimulator server() {
    return server;
  }

  ManualTime time() {
    return manual;
  }

  private OpenHandsV0Client backend(ClientOptions options) {
    ClientOptions own = time == manual ? options : options.toBuilder().writeTimeout(SHORT).build();
    return new V1Backend(
        new DefaultOpenHandsClient(own, time, () -> 0.5),
        compat,
        new V0BackendInfo("v1", "test", "here"),
        time);
  }

  @Override
  public V0Clients clients() {
    return clients;
  }

  @Override
  public OpenHandsV0Client client() {
    return client;
  }

  /** V1 finds out about it while starting: the start that is made with it next will fail. */
  @Override
  public String deniedRepository() {
    server.nextStart(Outcome.missingGitCredentials());
    return "octo/denied";
  }

  @Override
  public void settle() {
    server.advance(ALL_PHASES);
  }

  @Override
  public void loseAnswerOfNextCreate() {
    server.disturbNextStart(Disturbance.taken().dropConnection());
  }

  @Override
  public void turnAwayNextCreate() {
    server.disturbNextStart(Disturbance.notTaken().answer(503).retryAfter("0"));
  }

  @Override
  public int startsSeen() {
    return (int) server.journal().count("POST", "/api/v1/app-conversations");
  }

  @Override
  public List<String> idsOnServer() {
    return server.conversations().stream().map(c -> c.id().replace("-", "")).toList();
  }

  @Override
  public void close() {
    clients.close();
    server.close();
  }
}
