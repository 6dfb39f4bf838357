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
 * A stored set of language model settings.
 *
 * @param name its name
 * @param model the model, or null
 * @param baseUrl where the model is, or null
 * @param apiKeySet whether a key is stored with it, or null if not told
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ProfileInfo(
    @JsonProperty("name") String name,
    @JsonProperty("model") @Nullable String model,
    @JsonProperty("base_url") @Nullable String baseUrl,
    @JsonProperty("api_key_set") @Nullable Boolean apiKeySet,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ProfileInfo {
    Objects.requireNonNull(name, "name");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ProfileInfoBuilder builder() {
    return ProfileInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ProfileInfo[" + "name=" + name + ", model=" + model + "]";
  }
}
