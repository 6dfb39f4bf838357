package io.github.openhands4j.compat.http;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.V0OnV1;
import io.github.openhands4j.compat.internal.backend.V1BackendProvider;
import io.github.openhands4j.compat.internal.http.route.BodyLimits;
import io.github.openhands4j.compat.internal.http.route.Dispatcher;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
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
  private static final int DEFAULT_BODY_BYTES = 32 << 20;
  private static final long DEFAULT_BODIES_BYTES = 128L << 20;

  private @Nullable ClientOptions options;
  private @Nullable CompatOptions compat;
  private @Nullable Function<ClientOptions, OpenHandsV0Client> backend;
  private KeySource keys = KeySource.REQUEST;
  private int maxClients = DEFAULT_CLIENTS;
  private int maxBodyBytes = DEFAULT_BODY_BYTES;
  private long maxBodiesBytes = DEFAULT_BODIES_BYTES;

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
   * Sets how many keys have a client at the same time. Default: 256. Those that have seen no
   * conversation are closed first, so that made-up keys push out nobody; then the one unused for
   * the longest time. Kept even beyond this are clients in use, and for a quarter of an hour those
   * that remember a create of unknown outcome, so that it is not made twice. The numbers of events
   * are kept for all keys together, whatever clients are closed: in {@link
   * CompatOptions.Builder#eventLedger} or, without one, in 64 MiB of memory. Beyond that those of
   * the conversation longest not read go, with a warning once; they are made anew when it is read
   * again, and may differ then.
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
   * Sets the largest body of a request; a larger one is answered 413. Default: 32 MiB. A body is
   * held in memory until it is answered; an upload takes two to three times its size meanwhile.
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
   * Sets how much all bodies together may have that are being read or answered at the same time. A
   * request that goes beyond it is answered 429, and nothing was done. Default: 128 MiB. More lets
   * more callers upload at once; less spares memory.
   *
   * @param bytes at least 1; with less than {@link #maxBodyBytes} this is the limit of one body too
   * @return this builder
   * @throws ConfigurationException if it is less
   */
  public V0RouterBuilder maxBodiesBytes(long bytes) {
    this.maxBodiesBytes = positive(bytes, "maxBodiesBytes");
    return this;
  }

  /**
   * Sets what carries requests out. Default: V1, as {@link V0OnV1#client} does. What the clients of
   * another backend are asked for is not in {@link V0Router#usage}.
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
    UsageMeter meter = new UsageMeter();
    return new V0Router(
        new Dispatcher(
            shared,
            backend(meter),
            keys,
            maxClients,
            new BodyLimits(maxBodyBytes, maxBodiesBytes),
            meter));
  }

  private Function<ClientOptions, OpenHandsV0Client> backend(UsageMeter meter) {
    if (backend != null) {
      return backend;
    }
    CompatOptions chosen = compat == null ? CompatOptions.fromEnv() : compat;
    EventLogs numbers = new EventLogs(chosen.eventLedger());
    return own -> V1BackendProvider.connect(own, chosen, numbers, meter);
  }

  /** Now, and not with the first key that comes. */
  private void refusePlainHttp(ClientOptions shared) {
    if (keys != KeySource.CONFIGURED) {
      shared.toBuilder().apiKey("any-key-at-all").build();
    }
  }

  private static int positive(int value, String name) {
    return (int) positive((long) value, name);
  }

  private static long positive(long value, String name) {
    if (value < 1) {
      throw new ConfigurationException(ErrorCode.OPTION_UNREADABLE, name + " must be at least 1.");
    }
    return value;
  }
}
