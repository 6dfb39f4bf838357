package io.github.openhands4j.v1.api;

import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/users}. */
public interface UsersApi {

  /**
   * {@code GET /api/v1/users/me}, without secrets.
   *
   * @param options times of this call, or null
   * @return the user with the settings
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/users/me")
  Map<String, @Nullable Object> me(Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/users/git-info}.
   *
   * @param options times of this call, or null
   * @return {@code id}, {@code login}, {@code avatar_url}, {@code company}, {@code name}, {@code
   *     email}
   * @throws OpenHandsException if the call fails; 403 if no Git provider is connected
   */
  @RequestLine("GET /api/v1/users/git-info")
  Map<String, @Nullable Object> gitInfo(Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/users/git-organizations}: on OpenHands Cloud.
   *
   * @param options times of this call, or null
   * @return {@code provider} and {@code organizations}
   * @throws OpenHandsException if the call fails; 403 if no Git provider is connected
   */
  @RequestLine("GET /api/v1/users/git-organizations")
  Map<String, @Nullable Object> gitOrganizations(Request.@Nullable Options options);
}
