package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key that a client uses.
 *
 * @param id its id, or null
 * @param name its name, or null
 * @param orgId the organization that calls are made for, or null
 * @param boundOrgId the organization it is bound to, or null
 * @param userId the user, or null
 * @param authType the kind of login, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record CurrentApiKey(
    @JsonProperty("id") @Nullable Long id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("org_id") @Nullable String orgId,
    @JsonProperty("bound_org_id") @Nullable String boundOrgId,
    @JsonProperty("user_id") @Nullable String userId,
    @JsonProperty("auth_type") @Nullable String authType,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public CurrentApiKey {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static CurrentApiKeyBuilder builder() {
    return CurrentApiKeyBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "CurrentApiKey[" + "id=" + id + ", name=" + name + ", orgId=" + orgId + "]";
  }
}
