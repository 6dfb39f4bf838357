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
 * Who offers language models.
 *
 * @param name its name
 * @param verified whether its models are known to work well, or null if not told
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record LlmProvider(
    @JsonProperty("name") String name,
    @JsonProperty("verified") @Nullable Boolean verified,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public LlmProvider {
    Objects.requireNonNull(name, "name");
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static LlmProviderBuilder builder() {
    return LlmProviderBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "LlmProvider[" + "name=" + name + "]";
  }
}
