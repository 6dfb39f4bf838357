package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored profiles.
 *
 * @param profiles the profiles
 * @param activeProfile the name of the one in use, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ProfileListResponse(
    @JsonProperty("profiles") List<ProfileInfo> profiles,
    @JsonProperty("active_profile") @Nullable String activeProfile,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ProfileListResponse {
    profiles = Copies.list(profiles);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ProfileListResponseBuilder builder() {
    return ProfileListResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ProfileListResponse[" + "activeProfile=" + activeProfile + "]";
  }
}
