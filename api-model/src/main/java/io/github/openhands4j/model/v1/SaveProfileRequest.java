package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body that stores a profile.
 *
 * @param includeSecrets whether the key is stored too; null for the server's default, which is yes
 * @param llm the settings of the language model; empty for those in use. Keys the server does not
 *     know are refused
 * @param preserveExistingApiKey whether a stored key stays if none is given; null for the server's
 *     default, which is no
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SaveProfileRequest(
    @JsonProperty("include_secrets") @Nullable Boolean includeSecrets,
    @JsonProperty("llm") Map<String, @Nullable Object> llm,
    @JsonProperty("preserve_existing_api_key") @Nullable Boolean preserveExistingApiKey) {

  public SaveProfileRequest {
    llm = Copies.map(llm);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static SaveProfileRequestBuilder builder() {
    return SaveProfileRequestBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "SaveProfileRequest[]";
  }
}
