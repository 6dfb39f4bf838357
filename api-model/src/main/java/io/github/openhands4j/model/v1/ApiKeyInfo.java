package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key of the user, without its value.
 *
 * @param id its id
 * @param name its name, or null
 * @param createdAt when it was made, or null
 * @param lastUsedAt when it was last used, or null
 * @param notBefore from when on it opens, or null
 * @param expiresAt until when it opens, or null for ever
 * @param orgId the organization it is bound to, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record ApiKeyInfo(
    @JsonProperty("id") long id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("created_at") @Nullable Instant createdAt,
    @JsonProperty("last_used_at") @Nullable Instant lastUsedAt,
    @JsonProperty("not_before") @Nullable Instant notBefore,
    @JsonProperty("expires_at") @Nullable Instant expiresAt,
    @JsonProperty("org_id") @Nullable String orgId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ApiKeyInfo {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ApiKeyInfoBuilder builder() {
    return ApiKeyInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ApiKeyInfo[" + "id=" + id + ", name=" + name + "]";
  }
}
