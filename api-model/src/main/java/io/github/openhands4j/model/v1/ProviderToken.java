package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.internal.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * The token of a Git provider, as it is stored.
 *
 * @param token the token; an empty one keeps what is stored, null stores none
 * @param userId the user at the provider, or null
 * @param host the provider's host, or null for the usual one
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProviderToken(
    @JsonProperty("token") @Nullable Secret token,
    @JsonProperty("user_id") @Nullable String userId,
    @JsonProperty("host") @Nullable String host) {

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ProviderTokenBuilder builder() {
    return ProviderTokenBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ProviderToken[" + "host=" + host + "]";
  }
}
