package io.github.openhands4j.compat.http;

import feign.Client;
import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.internal.http.Authority;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds {@link V0CompatFeignClient}s. Not thread-safe. */
public final class V0CompatFeignClientBuilder {

  /** Feign holds bodies in memory anyway, and they are the program's own. */
  private static final int MOST_BODY_BYTES = 100 << 20;

  private final V0RouterBuilder router =
      V0Router.builder()
          .keys(KeySource.REQUEST_OR_CONFIGURED)
          .maxBodyBytes(MOST_BODY_BYTES)
          .maxBodiesBytes(Long.MAX_VALUE);
  private final Set<Served> served = new LinkedHashSet<>();
  private @Nullable ClientOptions options;
  private @Nullable Client elsewhere;

  V0CompatFeignClientBuilder() {}

  /**
   * Sets server, key and limits. Default: {@link ClientOptions#fromEnv()}.
   *
   * @param options the options
   * @return this builder
   */
  public V0CompatFeignClientBuilder options(ClientOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    return this;
  }

  /**
   * Sets how V0 calls are answered where there is a choice. Default: {@link
   * CompatOptions#fromEnv()}.
   *
   * @param compat the options
   * @return this builder
   */
  public V0CompatFeignClientBuilder compat(CompatOptions compat) {
    router.compat(compat);
    return this;
  }

  /**
   * Sets whose key requests are carried out with. Default: {@link KeySource#REQUEST_OR_CONFIGURED}.
   *
   * @param keys the source; {@link KeySource#CONFIGURED} where the interfaces still send a key of
   *     the V0 server
   * @return this builder
   */
  public V0CompatFeignClientBuilder keys(KeySource keys) {
    router.keys(keys);
    return this;
  }

  /**
   * Sets what carries requests out. Default: V1. What the clients of another backend are asked for
   * is not in {@link V0CompatFeignClient#usage}.
   *
   * @param backend makes the client of a key; the options it gets hold that key, or none
   * @return this builder
   */
  public V0CompatFeignClientBuilder backend(Function<ClientOptions, OpenHandsV0Client> backend) {
    router.backend(backend);
    return this;
  }

  /**
   * Names an address at which interfaces look for the V0 server, besides {@code
   * https://app.all-hands.dev} and the configured server. May be called several times.
   *
   * @param url scheme, host and what stands before the paths of V0, as given to {@code
   *     target(...)}: {@code https://gateway.example.org/openhands}
   * @return this builder
   * @throws IllegalArgumentException if it is not a URL
   */
  public V0CompatFeignClientBuilder servedAt(String url) {
    if (Authority.of(URI.create(url)).isEmpty()) {
      throw new IllegalArgumentException(
          "servedAt(...) takes a URL such as https://openhands.example.org");
    }
    served.add(Served.of(url));
    return this;
  }

  /**
   * Sets what requests for all other addresses are passed on to, where one Feign client is shared
   * by interfaces of several servers. Default: they are refused.
   *
   * @param elsewhere the other client; not closed with this one
   * @return this builder
   */
  public V0CompatFeignClientBuilder elsewhere(Client elsewhere) {
    this.elsewhere = Objects.requireNonNull(elsewhere, "elsewhere");
    return this;
  }

  /**
   * Makes a client.
   *
   * @return a new client
   * @throws ConfigurationException if a setting of the process is refused, or the server is plain
   *     http where keys would be readable on the way
   */
  public V0CompatFeignClient build() {
    ClientOptions chosen = options == null ? ClientOptions.fromEnv() : options;
    Set<Served> addresses = new LinkedHashSet<>(served);
    addresses.add(Served.of(chosen.baseUrl().toString()));
    String cloud = Served.CLOUD.origin();
    boolean keyOfCloudCounts =
        chosen.apiKey().isEmpty()
            || addresses.stream().anyMatch(each -> each.origin().equals(cloud));
    Set<String> keyless = keyOfCloudCounts ? Set.of() : Set.of(cloud);
    addresses.add(Served.CLOUD);
    return new V0CompatFeignClient(
        router.options(chosen).build(), addresses, keyless, Optional.ofNullable(elsewhere));
  }
}
