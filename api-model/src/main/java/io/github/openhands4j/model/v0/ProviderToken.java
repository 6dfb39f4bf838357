package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.internal.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * Access to a git provider.
 *
 * @param token the token, or null
 * @param userId the user at the provider, or null
 * @param host the host of a self-hosted provider, or null
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
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
}
