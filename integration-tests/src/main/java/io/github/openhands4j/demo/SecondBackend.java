package io.github.openhands4j.demo;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.spi.V0BackendProvider;

/** A second V0 backend, there only to be one too many. */
public final class SecondBackend implements V0BackendProvider {

  /** Creates the provider; {@code ServiceLoader} does. */
  public SecondBackend() {}

  @Override
  public String name() {
    return "second";
  }

  @Override
  public String version() {
    return "0";
  }

  @Override
  public OpenHandsV0Client connect(ClientOptions options, V0BackendInfo info) {
    throw new IllegalStateException("one backend too many was chosen");
  }
}
