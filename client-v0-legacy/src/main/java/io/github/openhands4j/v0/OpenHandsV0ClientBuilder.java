package io.github.openhands4j.v0;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.internal.settings.Settings;
import io.github.openhands4j.v0.internal.select.BackendSelection;

/**
 * Builds V0 clients. What is not set here comes from the system properties {@code openhands.*} and
 * the environment variables {@code OPENHANDS_*}. Not thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public final class OpenHandsV0ClientBuilder {

  private ClientOptionsBuilder options = ClientOptions.builder();

  OpenHandsV0ClientBuilder() {}

  /**
   * Sets the server.
   *
   * @param baseUrl for example {@code https://app.all-hands.dev}
   * @return this builder
   * @throws ConfigurationException if it cannot be a base URL
   */
  public OpenHandsV0ClientBuilder baseUrl(String baseUrl) {
    options.baseUrl(baseUrl);
    return this;
  }

  /**
   * Sets the key.
   *
   * @param apiKey the key's text
   * @return this builder
   * @throws ConfigurationException if it cannot be a key
   */
  public OpenHandsV0ClientBuilder apiKey(String apiKey) {
    options.apiKey(apiKey);
    return this;
  }

  /**
   * Sets all options at once; server and key set before are forgotten.
   *
   * @param options the options
   * @return this builder
   */
  public OpenHandsV0ClientBuilder options(ClientOptions options) {
    this.options = options.toBuilder();
    return this;
  }

  /**
   * Makes a client on the backend that the class path and the setting {@code openhands.v0.backend}
   * choose.
   *
   * @return a new client
   * @throws ConfigurationException if an option is refused, several backends are on the class path,
   *     the one asked for is not, or it is of another release
   */
  public OpenHandsV0Client build() {
    return BackendSelection.connect(options.build(), Settings.ofProcess());
  }
}
