package io.github.openhands4j.contract;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes clients of one backend at one address, and closes them together. */
public final class V0Clients implements AutoCloseable {

  private final URI address;
  private final String rightKey;
  private final Function<ClientOptions, OpenHandsV0Client> backend;
  private final List<OpenHandsV0Client> made = new ArrayList<>();

  /**
   * A maker that has made nothing yet.
   *
   * @param address the server
   * @param rightKey the key that it wants
   * @param backend makes one client
   */
  public V0Clients(
      URI address, String rightKey, Function<ClientOptions, OpenHandsV0Client> backend) {
    this.address = address;
    this.rightKey = rightKey;
    this.backend = backend;
  }

  /**
   * A new client with the server's key, as another process would have it.
   *
   * @return a client that remembers nothing
   */
  public OpenHandsV0Client withRightKey() {
    return with(Optional.of(rightKey));
  }

  /**
   * A new client with a key that the server does not know.
   *
   * @return a client
   */
  public OpenHandsV0Client withWrongKey() {
    return with(Optional.of("fake-wrong-key"));
  }

  /**
   * A new client without any key.
   *
   * @return a client
   */
  public OpenHandsV0Client withoutKey() {
    return with(Optional.empty());
  }

  /**
   * A new client.
   *
   * @param key its key, or none
   * @return a client
   */
  public OpenHandsV0Client with(Optional<String> key) {
    var options = LiftedLimits.in(ClientOptions.builder()).baseUrl(address);
    key.ifPresentOrElse(options::apiKey, options::noApiKey);
    OpenHandsV0Client client = backend.apply(options.build());
    made.add(client);
    return client;
  }

  @Override
  public void close() {
    made.forEach(OpenHandsV0Client::close);
  }
}
