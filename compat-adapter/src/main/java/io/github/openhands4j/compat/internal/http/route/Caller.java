package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import java.util.Optional;

/**
 * Whose client carries a request out.
 *
 * @param configured whether it is the one with the configured key, whatever that is by now
 * @param own the key of the request, if it has one of its own
 */
record Caller(boolean configured, Optional<ApiKey> own) {

  static final Caller CONFIGURED = new Caller(true, Optional.empty());
  static final Caller NOBODY = new Caller(false, Optional.empty());

  static Caller with(ApiKey key) {
    return new Caller(false, Optional.of(key));
  }

  /** The options of its client. A configured key may be another one with each request. */
  ClientOptions options(ClientOptions base) {
    if (configured) {
      return base;
    }
    return own.map(key -> base.toBuilder().apiKey(key).build())
        .orElseGet(() -> base.toBuilder().noApiKey().build());
  }
}
