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
 * A profile with its settings, without its key.
 *
 * @param name its name
 * @param config the settings of the language model
 * @param apiKeySet whether a key is stored with it, or null if not told
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ProfileDetailResponse(
    @JsonProperty("name") String name,
    @JsonProperty("config") Map<String, @Nullable Object> config,
    @JsonProperty("api_key_set") @Nullable Boolean apiKeySet,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ProfileDetailResponse {
    Objects.requireNonNull(name, "name");
    config = Copies.map(config);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ProfileDetailResponseBuilder builder() {
    return ProfileDetailResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ProfileDetailResponse[" + "name=" + name + "]";
  }
}
