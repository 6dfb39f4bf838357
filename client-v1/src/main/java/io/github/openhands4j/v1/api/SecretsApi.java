package io.github.openhands4j.v1.api;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.PathSegment;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.model.v1.CustomSecretCreate;
import io.github.openhands4j.model.v1.CustomSecretUpdate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/secrets}. */
public interface SecretsApi {

  /**
   * {@code GET /api/v1/secrets/search}.
   *
   * @param query parameters by wire name, for example {@code name__contains}, {@code limit}
   * @param options times of this call, or null
   * @return one page of the user's secrets, without values
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/secrets/search")
  Page<CustomSecret> search(@QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/secrets}: stores a secret. Older servers refuse a name that exists with
   * 400.
   *
   * @param secret the secret
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/v1/secrets")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> create(
      CustomSecretCreate secret, Request.@Nullable Options options);

  /**
   * {@code PUT /api/v1/secrets/{name}}: renames and describes, never changes the value.
   *
   * @param name its name so far
   * @param changes name and description from now on
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 if there is none of that name
   */
  @RequestLine("PUT /api/v1/secrets/{name}")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> update(
      @Param(value = "name", expander = PathSegment.class) String name,
      CustomSecretUpdate changes,
      Request.@Nullable Options options);

  /**
   * {@code DELETE /api/v1/secrets/{name}}.
   *
   * @param name the name of the secret
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 if there is none of that name
   */
  @RequestLine("DELETE /api/v1/secrets/{name}")
  Map<String, @Nullable Object> delete(
      @Param(value = "name", expander = PathSegment.class) String name,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/secrets/git-providers}: replaces the stored tokens. A provider with an
   * empty token keeps its own; one that is left out loses it.
   *
   * @param body {@code provider_tokens} by provider, each with {@code token} and {@code host}
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 401 if a provider does not take its token
   */
  @RequestLine("POST /api/v1/secrets/git-providers")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> storeGitProviders(
      Map<String, ? extends @Nullable Object> body, Request.@Nullable Options options);

  /**
   * {@code DELETE /api/v1/secrets/git-providers}: forgets all tokens of Git providers.
   *
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("DELETE /api/v1/secrets/git-providers")
  Map<String, @Nullable Object> deleteGitProviders(Request.@Nullable Options options);
}
