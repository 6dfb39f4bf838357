package io.github.openhands4j.v0.spi;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;

/**
 * Carries out V0 calls in another way than on a V0 server. Found by {@code ServiceLoader}; at most
 * one may be on the class path.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0BackendProvider {

  /**
   * The backend's name, for the setting {@code openhands.v0.backend}.
   *
   * @return a short word other than {@code direct}
   */
  String name();

  /**
   * The backend's release, which must be the V0 client's.
   *
   * @return for example {@code 0.1.0}
   */
  String version();

  /**
   * Makes a client on this backend.
   *
   * @param options server, key and limits
   * @param info what the client is to answer as its backend
   * @return a client that owns its resources
   */
  OpenHandsV0Client connect(ClientOptions options, V0BackendInfo info);
}
