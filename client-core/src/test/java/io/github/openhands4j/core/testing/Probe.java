package io.github.openhands4j.core.testing;

import feign.Request;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.time.ServerClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A client of {@link ProbeApi}, wired as the real clients are. */
public final class Probe implements AutoCloseable {

  /** The key the probe sends. It opens nothing. */
  public static final String KEY = "fake-key-0123456789-of-no-server";

  /** A body for writes. */
  public static final Map<String, String> BODY = Map.of("prompt", "nothing of importance");

  private final FeignClients clients;
  private final ProbeApi api;

  private Probe(FeignClients clients) {
    this.clients = clients;
    this.api = clients.target(ProbeApi.class);
  }

  /**
   * Options for a server, with the fake key and limits that no test should meet by accident.
   *
   * @param server the server
   * @return a builder
   */
  public static ClientOptionsBuilder options(ScriptedServer server) {
    return ClientOptions.builder()
        .baseUrl(server.uri())
        .apiKey(KEY)
        .connectTimeout(Duration.ofMinutes(1))
        .readTimeout(Duration.ofMinutes(1))
        .writeTimeout(Duration.ofMinutes(1))
        .startTimeout(Duration.ofMinutes(1))
        .requestsPerMinute(60_000)
        .requestsPerSecond(1_000);
  }

  /**
   * A probe for a server, with the limits of {@link #options}.
   *
   * @param server the server
   * @return a probe, to be closed
   */
  public static Probe of(ScriptedServer server) {
    return of(options(server).build());
  }

  /**
   * A probe.
   *
   * @param options the options
   * @return a probe, to be closed
   */
  public static Probe of(ClientOptions options) {
    return new Probe(new FeignClients(options));
  }

  /**
   * The time at the server, as the answers tell it.
   *
   * @return the clock
   */
  public ServerClock serverClock() {
    return clients.serverClock();
  }

  /**
   * Feign options with a deadline for the whole call.
   *
   * @param deadline the deadline
   * @return the options
   */
  public static Request.Options within(Duration deadline) {
    return new Request.Options(
        20, TimeUnit.SECONDS, deadline.toMillis(), TimeUnit.MILLISECONDS, false);
  }

  /**
   * The calls.
   *
   * @return the proxy
   */
  public ProbeApi api() {
    return api;
  }

  /**
   * The calls whose bodies are not JSON.
   *
   * @return the proxy
   */
  public StreamApi streams() {
    return clients.target(StreamApi.class);
  }

  @Override
  public void close() {
    clients.close();
  }
}
