package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import java.util.Map;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The headers that carry the key of one request. They show themselves to nobody but the guard. */
final class KeyHeaders {

  private static final KeyHeaders NONE = new KeyHeaders(null, Map.of());

  private final @Nullable ApiKey key;
  private final Map<String, String> headers;

  KeyHeaders(@Nullable ApiKey key, Map<String, String> headers) {
    this.key = key;
    this.headers = headers;
  }

  /**
   * The headers for the next request.
   *
   * @param options give the key
   * @param origin where it goes
   * @param last those of a request before, which are the same while the key is
   */
  static KeyHeaders next(ClientOptions options, Origin origin, KeyHeaders last) {
    ApiKey key = options.apiKey().orElse(null);
    return Objects.equals(key, last.key)
        ? last
        : new KeyHeaders(key, Credentials.headers(origin, key, options.auth()));
  }

  static KeyHeaders none() {
    return NONE;
  }

  static Map<String, String> of(Request request) {
    KeyHeaders own = request.tag(KeyHeaders.class);
    return own == null ? Map.of() : own.headers;
  }
}
