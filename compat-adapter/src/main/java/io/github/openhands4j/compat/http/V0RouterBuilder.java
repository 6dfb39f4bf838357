package io.github.openhands4j.compat.http;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.V0OnV1;
import io.github.openhands4j.compat.internal.http.route.Dispatcher;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds {@link V0Router}s. Not thread-safe. */
public final class V0RouterBuilder {

  private static final int DEFAULT_CLIENTS = 256;
  private static final int DEFAULT_BODY_BYTES = 100 * 1024 * 1024;

  private @Nullable ClientOptions options;
  private @Nullable CompatOptions compat;
  private @Nullable Function<ClientOptions, OpenHandsV0Client> backend;
  private KeySource keys = KeySource.REQUEST;
  private int maxClients = DEFAULT_CLIENTS;
  private int maxBodyBytes = DEFAULT_BODY_BYTES;

  V0RouterBuilder() {}

  /**
   * Sets server and limits, the same for all keys. Default: {@link ClientOptions#fromEnv()}.
   *
   * @param options the options; their key counts only as {@link #keys} says
   * @return this builder
   */
  public V0RouterBuilder options(ClientOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    return this;
  }

  /**
   * Sets how V0 calls are answered where there is a choice. Default: {@link
   * CompatOptions#fromEnv()}. Of no effect with {@link #backend}.
   *
   * @param compat the options
   * @return this builder
   */
  public V0RouterBuilder compat(CompatOptions compat) {
    this.compat = Objects.requireNonNull(compat, "compat");
    return this;
  }

  /**
   * Sets whose key requests are carried out with. Default: {@link KeySource#REQUEST}.
   *
   * @param keys the source
   * @return this builder
   */
  public V0RouterBuilder keys(KeySource keys) {
    this.keys = Objects.requireNonNull(keys, "keys");
    return this;
  }

  /**
   * Sets how many keys have a client at the same time. Default: 256. The one unused for the longest
   * time is closed first, and with it goes what it remembers: the numbers of events, and creates of
   * unknown outcome. Clients in use are kept even beyond this.
   *
   * @param clients at least 1
   * @return this builder
   * @throws ConfigurationException if it is less
   */
  public V0RouterBuilder maxClients(int clients) {
    this.maxClients = positive(clients, "maxClients");
    return this;
  }

  /**
   * Sets the largest body of a request; a larger one is answered 413. Default: 100 MiB. A body is
   * held in memory while it is read.
   *
   * @param bytes at least 1
   * @return this builder
   * @throws ConfigurationException if it is less
   */
  public V0RouterBuilder maxBodyBytes(int bytes) {
    this.maxBodyBytes = positive(bytes, "maxBodyBytes");
    return this;
  }

  /**
   * Sets what carries requests out. Default: V1, as {@link V0OnV1#client} does.
   *
   * @param backend makes the client of a key; the options it gets hold that key, or none
   * @return this builder
   */
  public V0RouterBuilder backend(Function<ClientOptions, OpenHandsV0Client> backend) {
    this.backend = Objects.requireNonNull(backend, "backend");
    return this;
  }

  /**
   * Makes a router.
   *
   * @return a new router
   * @throws ConfigurationException if a setting of the process is refused, or the server is plain
   *     http where keys would be readable on the way
   */
  public V0Router build() {
    ClientOptions shared = options == null ? ClientOptions.fromEnv() : options;
    refusePlainHttp(shared);
    return new V0Router(new Dispatcher(shared, backend(), keys, maxClients, maxBodyBytes));
  }

  private Function<ClientOptions, OpenHandsV0Client> backend() {
    if (backend != null) {
      return backend;
    }
    CompatOptions chosen = compat == null ? CompatOptions.fromEnv() : compat;
    return own -> V0OnV1.client(own, chosen);
  }

  /** Now, and not with the first key that comes. */
  private void refusePlainHttp(ClientOptions shared) {
    if (keys != KeySource.CONFIGURED) {
      shared.toBuilder().apiKey("any-key-at-all").build();
    }
  }

  private static int positive(int value, String name) {
    if (value < 1) {
      throw new ConfigurationException(ErrorCode.OPTION_UNREADABLE, name + " must be at least 1.");
    }
    return value;
  }
}
