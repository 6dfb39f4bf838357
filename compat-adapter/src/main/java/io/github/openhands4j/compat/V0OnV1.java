package io.github.openhands4j.compat;

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
}
