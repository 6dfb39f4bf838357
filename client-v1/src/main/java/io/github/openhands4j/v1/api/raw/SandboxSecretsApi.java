package io.github.openhands4j.v1.api.raw;

import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.feign.PathSegment;
import io.github.openhands4j.core.internal.http.WithoutKey;
import io.github.openhands4j.model.v1.SecretNamesResponse;
import org.jspecify.annotations.Nullable;

/**
 * The operations under {@code /api/v1/sandboxes/{sandbox_id}/settings/secrets}: what a sandbox may
 * ask for. They are opened by the key of the sandbox, and the user's key is not sent.
 */
@WithoutKey
public interface SandboxSecretsApi {

  /**
   * {@code GET /api/v1/sandboxes/{id}/settings/secrets}.
   *
   * @param id the sandbox, exactly as the server gave it
   * @param key the key of that sandbox
   * @param options times of this call, or null
   * @return names and descriptions
   * @throws OpenHandsException if the call fails; 401 for another key, 403 for the key of another
   *     sandbox
   */
  @RequestLine("GET /api/v1/sandboxes/{id}/settings/secrets")
  @Headers("X-Session-API-Key: {key}")
  SecretNamesResponse names(
      @Param(value = "id", expander = PathSegment.class) String id,
      @Param("key") String key,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/sandboxes/{id}/settings/secrets/{name}}.
   *
   * @param id the sandbox, exactly as the server gave it
   * @param name the secret
   * @param key the key of that sandbox
   * @param options times of this call, or null
   * @return the value as text, to be closed
   * @throws OpenHandsException if the call fails; 404 if there is none of that name
   */
  @RequestLine("GET /api/v1/sandboxes/{id}/settings/secrets/{name}")
  @Headers({"Accept: text/plain", "X-Session-API-Key: {key}"})
  StreamedAnswer value(
      @Param(value = "id", expander = PathSegment.class) String id,
      @Param(value = "name", expander = PathSegment.class) String name,
      @Param("key") String key,
      Request.@Nullable Options options);
}
