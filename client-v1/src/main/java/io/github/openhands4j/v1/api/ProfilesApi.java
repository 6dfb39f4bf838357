package io.github.openhands4j.v1.api;

import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.PathSegment;
import io.github.openhands4j.model.v1.ActivateProfileResponse;
import io.github.openhands4j.model.v1.ProfileDetailResponse;
import io.github.openhands4j.model.v1.ProfileListResponse;
import io.github.openhands4j.model.v1.ProfileMutationResponse;
import io.github.openhands4j.model.v1.SaveProfileRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations under {@code /api/v1/settings/profiles}: stored settings of the language model.
 */
public interface ProfilesApi {

  /**
   * {@code GET /api/v1/settings/profiles}.
   *
   * @param options times of this call, or null
   * @return all profiles and which one is in use
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/settings/profiles")
  ProfileListResponse list(Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/settings/profiles/{name}}.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param options times of this call, or null
   * @return the profile, without its key
   * @throws OpenHandsException if the call fails; 404 if there is none of that name
   */
  @RequestLine("GET /api/v1/settings/profiles/{name}")
  ProfileDetailResponse get(
      @Param(value = "name", expander = PathSegment.class) String name,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/settings/profiles/{name}}. What has that name is replaced.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param profile what to store
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 409 if there are as many as there may be
   */
  @RequestLine("POST /api/v1/settings/profiles/{name}")
  @Headers("Content-Type: application/json")
  ProfileMutationResponse save(
      @Param(value = "name", expander = PathSegment.class) String name,
      SaveProfileRequest profile,
      Request.@Nullable Options options);

  /**
   * {@code DELETE /api/v1/settings/profiles/{name}}. Deleting what is not there succeeds too.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("DELETE /api/v1/settings/profiles/{name}")
  ProfileMutationResponse delete(
      @Param(value = "name", expander = PathSegment.class) String name,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/settings/profiles/{name}/activate}: copies the profile into the settings.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 if there is none of that name
   */
  @RequestLine("POST /api/v1/settings/profiles/{name}/activate")
  ActivateProfileResponse activate(
      @Param(value = "name", expander = PathSegment.class) String name,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/settings/profiles/{name}/rename}.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param body {@code new_name}
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 if there is none of that name, 409 if the new
   *     one is taken
   */
  @RequestLine("POST /api/v1/settings/profiles/{name}/rename")
  @Headers("Content-Type: application/json")
  ProfileMutationResponse rename(
      @Param(value = "name", expander = PathSegment.class) String name,
      Map<String, String> body,
      Request.@Nullable Options options);
}
