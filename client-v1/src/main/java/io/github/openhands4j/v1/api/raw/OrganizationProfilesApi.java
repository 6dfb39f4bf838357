package io.github.openhands4j.v1.api.raw;

import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.PathSegment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations under {@code /api/organizations/{org_id}/profiles}: settings of the language model
 * that an organization shares, on OpenHands Cloud.
 */
public interface OrganizationProfilesApi {

  /**
   * {@code GET /api/organizations/{org}/profiles}.
   *
   * @param org the organization, a UUID
   * @param options times of this call, or null
   * @return {@code profiles} and {@code active_profile}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/organizations/{org}/profiles")
  Map<String, @Nullable Object> list(
      @Param(value = "org", expander = PathSegment.class) String org,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/organizations/{org}/profiles/{name}}.
   *
   * @param org the organization, a UUID
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param options times of this call, or null
   * @return {@code name} and {@code llm}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/organizations/{org}/profiles/{name}")
  Map<String, @Nullable Object> get(
      @Param(value = "org", expander = PathSegment.class) String org,
      @Param(value = "name", expander = PathSegment.class) String name,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/organizations/{org}/profiles/{name}}.
   *
   * @param org the organization, a UUID
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param body the body
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/organizations/{org}/profiles/{name}")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> save(
      @Param(value = "org", expander = PathSegment.class) String org,
      @Param(value = "name", expander = PathSegment.class) String name,
      Map<String, ? extends @Nullable Object> body,
      Request.@Nullable Options options);

  /**
   * {@code DELETE /api/organizations/{org}/profiles/{name}}.
   *
   * @param org the organization, a UUID
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("DELETE /api/organizations/{org}/profiles/{name}")
  Map<String, @Nullable Object> delete(
      @Param(value = "org", expander = PathSegment.class) String org,
      @Param(value = "name", expander = PathSegment.class) String name,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/organizations/{org}/profiles/{name}/activate}.
   *
   * @param org the organization, a UUID
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param options times of this call, or null
   * @return the acknowledgment with {@code llm}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/organizations/{org}/profiles/{name}/activate")
  Map<String, @Nullable Object> activate(
      @Param(value = "org", expander = PathSegment.class) String org,
      @Param(value = "name", expander = PathSegment.class) String name,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/organizations/{org}/profiles/{name}/rename}.
   *
   * @param org the organization, a UUID
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param body {@code new_name}
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/organizations/{org}/profiles/{name}/rename")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> rename(
      @Param(value = "org", expander = PathSegment.class) String org,
      @Param(value = "name", expander = PathSegment.class) String name,
      Map<String, ? extends @Nullable Object> body,
      Request.@Nullable Options options);
}
