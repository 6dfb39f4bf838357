package io.github.openhands4j.v1.api.raw;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.PathSegment;
import io.github.openhands4j.model.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/organizations}: on OpenHands Cloud. */
public interface OrganizationsApi {

  /**
   * {@code GET /api/organizations}.
   *
   * @param query {@code page_id} and {@code limit}
   * @param options times of this call, or null
   * @return one page of the user's organizations
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/organizations")
  Page<Map<String, @Nullable Object>> list(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code POST /api/organizations}.
   *
   * @param body the body
   * @param options times of this call, or null
   * @return the organization
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/organizations")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> create(
      Map<String, ? extends @Nullable Object> body, Request.@Nullable Options options);

  /**
   * {@code GET /api/organizations/{org}/me}.
   *
   * @param org the organization, a UUID
   * @param options times of this call, or null
   * @return the user as a member
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/organizations/{org}/me")
  Map<String, @Nullable Object> me(
      @Param(value = "org", expander = PathSegment.class) String org,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/organizations/{org}/members}.
   *
   * @param org the organization, a UUID
   * @param query {@code email}, {@code page_id} and {@code limit}
   * @param options times of this call, or null
   * @return one page of members, 10 unless asked otherwise
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/organizations/{org}/members")
  Page<Map<String, @Nullable Object>> members(
      @Param(value = "org", expander = PathSegment.class) String org,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/organizations/{org}/members/count}.
   *
   * @param org the organization, a UUID
   * @param query {@code email}
   * @param options times of this call, or null
   * @return how many members there are
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/organizations/{org}/members/count")
  Long countMembers(
      @Param(value = "org", expander = PathSegment.class) String org,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/organizations/{org}/members/financial}.
   *
   * @param org the organization, a UUID
   * @param query {@code email}, {@code page_id} and {@code limit}
   * @param options times of this call, or null
   * @return one page of members with what they spent, 10 unless asked otherwise
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/organizations/{org}/members/financial")
  Page<Map<String, @Nullable Object>> memberFinances(
      @Param(value = "org", expander = PathSegment.class) String org,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);

  /**
   * {@code DELETE /api/organizations/{org}/members/{user}}.
   *
   * @param org the organization, a UUID
   * @param user the member
   * @param options times of this call, or null
   * @return plain JSON values
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("DELETE /api/organizations/{org}/members/{user}")
  @Nullable Object removeMember(
      @Param(value = "org", expander = PathSegment.class) String org,
      @Param(value = "user", expander = PathSegment.class) String user,
      Request.@Nullable Options options);

  /**
   * {@code PATCH /api/organizations/{org}/members/{user}}.
   *
   * @param org the organization, a UUID
   * @param user the member
   * @param body the body
   * @param options times of this call, or null
   * @return the member
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("PATCH /api/organizations/{org}/members/{user}")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> updateMember(
      @Param(value = "org", expander = PathSegment.class) String org,
      @Param(value = "user", expander = PathSegment.class) String user,
      Map<String, ? extends @Nullable Object> body,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/organizations/{org}/members/invite}.
   *
   * @param org the organization, a UUID
   * @param body the body
   * @param options times of this call, or null
   * @return what became of each address
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/organizations/{org}/members/invite")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> invite(
      @Param(value = "org", expander = PathSegment.class) String org,
      Map<String, ? extends @Nullable Object> body,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/organizations/{org}/members/invite}.
   *
   * @param org the organization, a UUID
   * @param options times of this call, or null
   * @return the invitations that are open
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/organizations/{org}/members/invite")
  Map<String, @Nullable Object> invitations(
      @Param(value = "org", expander = PathSegment.class) String org,
      Request.@Nullable Options options);

  /**
   * {@code DELETE /api/organizations/{org}/members/invite/{invitation}}.
   *
   * @param org the organization, a UUID
   * @param invitation the invitation
   * @param options times of this call, or null
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("DELETE /api/organizations/{org}/members/invite/{invitation}")
  void withdrawInvitation(
      @Param(value = "org", expander = PathSegment.class) String org,
      @Param("invitation") long invitation,
      Request.@Nullable Options options);
}
