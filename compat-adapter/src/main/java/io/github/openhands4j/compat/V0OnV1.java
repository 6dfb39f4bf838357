package io.github.openhands4j.compat;

import io.github.openhands4j.compat.internal.backend.V1Backend;
import io.github.openhands4j.compat.internal.backend.V1BackendProvider;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v0.OpenHandsV0Client;

/**
 * Makes V0 clients that run on V1, for programs that set options in code. Programs that are only
 * swapped onto this jar do not need it: their V0 client finds it by itself.
 */
public final class V0OnV1 {

  private V0OnV1() {}

  /**
   * A V0 client that runs on V1.
   *
   * @param options server, key and limits
   * @param compat how V0 calls are answered
   * @return a new client
   */
  public static OpenHandsV0Client client(ClientOptions options, CompatOptions compat) {
    return V1BackendProvider.connect(options, compat);
  }

  /**
   * Which V0 calls a client has carried out so far, and what was lost by them. The same stands in
   * the log, once, when the client is closed.
   *
   * @param client a client that runs on V1, however it was made
   * @return the counts
   * @throws IllegalArgumentException if the client does not run on V1
   */
  public static V0Usage usage(OpenHandsV0Client client) {
    if (client instanceof V1Backend backend) {
      return backend.usage();
    }
    throw new IllegalArgumentException(
        "This V0 client runs on "
            + client.backendInfo().name()
            + ", not on V1: it counts nothing.");
  }
}
