package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The acknowledgment of a change to a profile.
 *
 * @param name the profile's name
 * @param message the server's words, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ProfileMutationResponse(
    @JsonProperty("name") String name,
    @JsonProperty("message") @Nullable String message,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ProfileMutationResponse {
    Objects.requireNonNull(name, "name");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ProfileMutationResponseBuilder builder() {
    return ProfileMutationResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ProfileMutationResponse[" + "name=" + name + "]";
  }
}
