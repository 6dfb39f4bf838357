package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.KeySource;
import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the key a request is carried out with, as the server found it. Keys are never logged. */
final class CallerKeys {

  private static final String BEARER = "Bearer ";

  private final KeySource source;
  private final ClientOptions options;

  CallerKeys(KeySource source, ClientOptions options) {
    this.source = source;
    this.options = options;
  }

  /** Whose key it is, or nobody's where none is needed; refuses a request that lacks one. */
  Caller of(V0Request request, boolean open) {
    if (source == KeySource.CONFIGURED) {
      return Caller.CONFIGURED;
    }
    Optional<ApiKey> own = text(request).map(CallerKeys::key);
    if (source == KeySource.REQUEST_OR_CONFIGURED
        && (own.isEmpty() || own.equals(options.apiKey()))) {
      return Caller.CONFIGURED;
    }
    if (own.isEmpty() && !open) {
      throw noCredentials();
    }
    return own.map(Caller::with).orElse(Caller.NOBODY);
  }

  /** A bearer key counts first; its scheme is written as here, with one blank. */
  private static Optional<String> text(V0Request request) {
    Optional<String> bearer =
        only(request.header("Authorization"))
            .filter(value -> value.startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()))
            .filter(key -> !key.isBlank() && !key.startsWith(" "));
    return bearer.or(() -> only(request.header("X-Session-API-Key")).filter(key -> !key.isBlank()));
  }

  /** Two values that differ could be two callers' keys: neither is taken. */
  private static Optional<String> only(List<String> values) {
    if (values.stream().distinct().count() > 1) {
      throw noCredentials();
    }
    return values.stream().findFirst();
  }

  private static ApiKey key(String text) {
    try {
      return ApiKey.of(text);
    } catch (ConfigurationException malformed) {
      throw noCredentials();
    }
  }

  private static Refusal noCredentials() {
    return new Refusal(Answers.json(401, Map.of("error", "NoCredentialsError")));
  }
}
