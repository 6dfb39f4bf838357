package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.Version;
import io.github.openhands4j.core.internal.time.ClosableTime;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.spi.V0BackendProvider;
import io.github.openhands4j.v1.OpenHandsClient;

/** The backend that V0 clients find on the class path. */
public final class V1BackendProvider implements V0BackendProvider {

  private static final String NAME = "v1";

  /** Creates the provider; {@code ServiceLoader} does. */
  public V1BackendProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return Version.TEXT;
  }

  @Override
  public OpenHandsV0Client connect(ClientOptions options, V0BackendInfo info) {
    return connect(options, CompatOptions.fromEnv(), info);
  }

  /**
   * A V0 client on V1.
   *
   * @param options server, key and limits
   * @param compat how V0 calls are answered
   * @return a new client
   */
  public static OpenHandsV0Client connect(ClientOptions options, CompatOptions compat) {
    return connect(options, compat, chosen());
  }

  /**
   * A V0 client on V1 that is one of several, which says nothing of its calls by itself.
   *
   * @param options server, key and limits
   * @param compat how V0 calls are answered
   * @param numbers the numbers of events, shared with other clients of the same server
   * @param meter counts the calls of all of them
   * @return a new client
   */
  public static OpenHandsV0Client connect(
      ClientOptions options, CompatOptions compat, EventLogs numbers, UsageMeter meter) {
    return new V1Backend(
        OpenHandsClient.create(options), compat, chosen(), numbers, meter, new ClosableTime());
  }

  private static V0BackendInfo chosen() {
    return new V0BackendInfo(
        NAME, Version.TEXT, "chosen by the program: " + V1Backend.class.getName());
  }

  private static OpenHandsV0Client connect(
      ClientOptions options, CompatOptions compat, V0BackendInfo info) {
    return new V1Backend(OpenHandsClient.create(options), compat, info, new ClosableTime());
  }
}
