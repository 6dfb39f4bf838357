package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The organizations of the user at the Git provider.
 *
 * @param provider the provider, or null
 * @param organizations their names
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record GitOrganizationsResponse(
    @JsonProperty("provider") @Nullable ProviderType provider,
    @JsonProperty("organizations") List<String> organizations,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public GitOrganizationsResponse {
    organizations = Copies.list(organizations);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static GitOrganizationsResponseBuilder builder() {
    return GitOrganizationsResponseBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "GitOrganizationsResponse[" + "provider=" + provider + "]";
  }
}
