package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox: the machine conversations run on.
 *
 * @param id the opaque id
 * @param createdByUserId the user, or null on single-user installs
 * @param sandboxSpecId its specification
 * @param status its state
 * @param sessionApiKey its key, or null; it changes on each resume
 * @param exposedUrls its addresses; empty unless it runs
 * @param createdAt when it was created
 * @param statusDetail the reason for its state, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record SandboxInfo(
    @JsonProperty("id") String id,
    @JsonProperty("created_by_user_id") @Nullable String createdByUserId,
    @JsonProperty("sandbox_spec_id") @Nullable String sandboxSpecId,
    @JsonProperty("status") @Nullable SandboxStatus status,
    @JsonProperty("session_api_key") @Nullable Secret sessionApiKey,
    @JsonProperty("exposed_urls") List<ExposedUrl> exposedUrls,
    @JsonProperty("created_at") @Nullable Instant createdAt,
    @JsonProperty("status_detail") @Nullable String statusDetail,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public SandboxInfo {
    Objects.requireNonNull(id, "id");
    exposedUrls = Copies.list(exposedUrls);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static SandboxInfoBuilder builder() {
    return SandboxInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "SandboxInfo[" + "id=" + id + ", status=" + status + "]";
  }
}
