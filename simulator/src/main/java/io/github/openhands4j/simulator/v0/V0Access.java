package io.github.openhands4j.simulator.v0;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may call. Immutable.
 *
 * <p>The Cloud takes a key as bearer token or in {@code X-Session-API-Key}; a self-hosted server
 * with a key takes it in {@code X-Session-API-Key} only.
 */
public final class V0Access {

  private final @Nullable String key;
  private final boolean cloud;

  private V0Access(@Nullable String key, boolean cloud) {
    this.key = key;
    this.cloud = cloud;
  }

  /**
   * A self-hosted server without a key.
   *
   * @return access for everybody
   */
  public static V0Access open() {
    return new V0Access(null, false);
  }

  /**
   * A self-hosted server with a key.
   *
   * @param key the key
   * @return access by {@code X-Session-API-Key}
   */
  public static V0Access sessionKey(String key) {
    return new V0Access(key, false);
  }

  /**
   * The Cloud.
   *
   * @param key the key of the one user
   * @return access by bearer token or {@code X-Session-API-Key}
   */
  public static V0Access cloud(String key) {
    return new V0Access(key, true);
  }

  Optional<V0Reply> refusal(V0Request request, Route.Door door) {
    boolean admitted =
        switch (door) {
          case OPEN -> true;
          case ANY_KEY -> isRight(request) || (cloud && hasAnyKey(request));
          case KEY -> isRight(request);
        };
    if (key == null || admitted) {
      return Optional.empty();
    }
    return Optional.of(
        cloud
            ? V0Reply.json(401, Json.object("error", "NoCredentialsError"))
            : V0Reply.detail(401, "Unauthorized"));
  }

  boolean isCloud() {
    return cloud;
  }

  private static boolean hasAnyKey(V0Request request) {
    return request.header("x-session-api-key").isPresent()
        || request.header("authorization").isPresent();
  }

  private boolean isRight(V0Request request) {
    Optional<String> session = request.header("x-session-api-key").filter(v -> v.equals(key));
    Optional<String> bearer =
        request.header("authorization").filter(v -> cloud && v.equals("Bearer " + key));
    return session.isPresent() || bearer.isPresent();
  }

  /** The Cloud marks what a key started; a self-hosted server takes it for its web page's. */
  String trigger() {
    return cloud ? "openhands_api" : "gui";
  }
}
