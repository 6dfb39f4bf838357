package io.github.openhands4j.realserver;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes clients of one backend at one address, and closes them together. */
final class V0Clients implements AutoCloseable {

  private final URI address;
  private final Function<ClientOptions, OpenHandsV0Client> backend;
  private final List<OpenHandsV0Client> made = new ArrayList<>();

  V0Clients(URI address, Function<ClientOptions, OpenHandsV0Client> backend) {
    this.address = address;
    this.backend = backend;
  }

  /** A new client with the server's key, as another process would have it. */
  OpenHandsV0Client withRightKey() {
    return make(Optional.of(RealServer.KEY));
  }

  OpenHandsV0Client withWrongKey() {
    return make(Optional.of("fake-wrong-key"));
  }

  OpenHandsV0Client withoutKey() {
    return make(Optional.empty());
  }

  private OpenHandsV0Client make(Optional<String> key) {
    var options = ClientOptions.builder().baseUrl(address);
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
