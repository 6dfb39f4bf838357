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
 * A language model to choose.
 *
 * @param provider who offers it, or null
 * @param name its name, without the provider
 * @param verified whether it is known to work well, or null if not told
 * @param hidden whether the web application hides it, or null if not told
 * @param canonical the name it is an alias of, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record LlmModel(
    @JsonProperty("provider") @Nullable String provider,
    @JsonProperty("name") String name,
    @JsonProperty("verified") @Nullable Boolean verified,
    @JsonProperty("hidden") @Nullable Boolean hidden,
    @JsonProperty("canonical") @Nullable String canonical,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public LlmModel {
    Objects.requireNonNull(name, "name");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static LlmModelBuilder builder() {
    return LlmModelBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "LlmModel[" + "provider=" + provider + ", name=" + name + "]";
  }
}
