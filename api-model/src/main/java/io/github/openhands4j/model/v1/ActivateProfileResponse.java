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
 * The acknowledgment that a profile is in use.
 *
 * @param name the profile's name
 * @param message the server's words, or null
 * @param model the model in use now, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ActivateProfileResponse(
    @JsonProperty("name") String name,
    @JsonProperty("message") @Nullable String message,
    @JsonProperty("model") @Nullable String model,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ActivateProfileResponse {
    Objects.requireNonNull(name, "name");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ActivateProfileResponseBuilder builder() {
    return ActivateProfileResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ActivateProfileResponse[" + "name=" + name + ", model=" + model + "]";
  }
}
