package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.AuthMode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which headers carry the key to an origin. */
final class Credentials {

  private static final Set<Origin> CLOUD =
      Set.of(
          new Origin("https", "app.all-hands.dev", 443),
          new Origin("https", "app.openhands.dev", 443));

  private Credentials() {}

  static Map<String, String> headers(Origin origin, @Nullable ApiKey key, AuthMode mode) {
    if (key == null) {
      return Map.of();
    }
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + key.reveal());
    Map<String, String> session = Map.of("X-Session-API-Key", key.reveal());
    return switch (mode) {
      case BEARER -> bearer;
      case SESSION_KEY -> session;
      case AUTO ->
          CLOUD.contains(origin)
              ? bearer
              : Map.of(
                  "Authorization", "Bearer " + key.reveal(), "X-Session-API-Key", key.reveal());
    };
  }
}
