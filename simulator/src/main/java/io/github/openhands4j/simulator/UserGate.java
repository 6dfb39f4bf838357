package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Looks at the key of a request, in the way of the configured {@link Auth}. */
final class UserGate implements Gate {

  private static final String BEARER = "Bearer ";

  private final Auth auth;
  private final @Nullable String key;

  /** For one mode and key. */
  UserGate(Auth auth, @Nullable String key) {
    this.auth = auth;
    this.key = key;
  }

  /** True when the request carries the key where this mode looks for it. */
  @Override
  public boolean admits(Request request) {
    return switch (auth) {
      case NONE -> true;
      case SESSION_KEY -> isKey(request.getHeader("X-Session-API-Key"));
      case CLOUD_BEARER -> isKey(cloudKey(request));
    };
  }

  /** The 401 of this mode, the same for a missing and for a wrong key. */
  @Override
  public Reply refusal() {
    return auth == Auth.CLOUD_BEARER
        ? Reply.error(401, "NoCredentialsError")
        : Reply.detail(401, "Unauthorized");
  }

  private static @Nullable String cloudKey(Request request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      return authorization.substring(BEARER.length());
    }
    String session = request.getHeader("X-Session-API-Key");
    return session != null ? session : request.getHeader("X-Access-Token");
  }

  private boolean isKey(@Nullable String given) {
    return given != null
        && key != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }
}
