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
 * The operations under {@code /api/agent-profiles}: stored settings of agents, on OpenHands Cloud.
 */
public interface AgentProfilesApi {

  /**
   * {@code GET /api/agent-profiles}.
   *
   * @param organization the organization, or null for the one of the key
   * @param options times of this call, or null
   * @return {@code profiles} and {@code active_agent_profile_id}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/agent-profiles?org_id={org_id}")
  Map<String, @Nullable Object> list(
      @Param("org_id") @Nullable String organization, Request.@Nullable Options options);

  /**
   * {@code GET /api/agent-profiles/{name}}.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param organization the organization, or null for the one of the key
   * @param options times of this call, or null
   * @return {@code name} and {@code profile}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/agent-profiles/{name}?org_id={org_id}")
  Map<String, @Nullable Object> get(
      @Param(value = "name", expander = PathSegment.class) String name,
      @Param("org_id") @Nullable String organization,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/agent-profiles/{name}}.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param body the body
   * @param organization the organization, or null for the one of the key
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/agent-profiles/{name}?org_id={org_id}")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> save(
      @Param(value = "name", expander = PathSegment.class) String name,
      Map<String, ? extends @Nullable Object> body,
      @Param("org_id") @Nullable String organization,
      Request.@Nullable Options options);

  /**
   * {@code DELETE /api/agent-profiles/{name}}.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param organization the organization, or null for the one of the key
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("DELETE /api/agent-profiles/{name}?org_id={org_id}")
  Map<String, @Nullable Object> delete(
      @Param(value = "name", expander = PathSegment.class) String name,
      @Param("org_id") @Nullable String organization,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/agent-profiles/{name}/rename}.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param body {@code new_name}
   * @param organization the organization, or null for the one of the key
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/agent-profiles/{name}/rename?org_id={org_id}")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> rename(
      @Param(value = "name", expander = PathSegment.class) String name,
      Map<String, ? extends @Nullable Object> body,
      @Param("org_id") @Nullable String organization,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/agent-profiles/{profile}/activate}.
   *
   * @param profile the id of the profile, not its name
   * @param organization the organization, or null for the one of the key
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/agent-profiles/{profile}/activate?org_id={org_id}")
  Map<String, @Nullable Object> activate(
      @Param(value = "profile", expander = PathSegment.class) String profile,
      @Param("org_id") @Nullable String organization,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/agent-profiles/{name}/materialize}: tries what the profile comes to.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param organization the organization, or null for the one of the key
   * @param options times of this call, or null
   * @return what was resolved and what not
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/agent-profiles/{name}/materialize?org_id={org_id}")
  Map<String, @Nullable Object> materialize(
      @Param(value = "name", expander = PathSegment.class) String name,
      @Param("org_id") @Nullable String organization,
      Request.@Nullable Options options);
}
