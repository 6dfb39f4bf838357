package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent profile a conversation was started with.
 *
 * @param agentProfileId the profile's id
 * @param revision the profile's revision
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record LaunchedAgentProfile(
    @JsonProperty("agent_profile_id") @Nullable String agentProfileId,
    @JsonProperty("revision") @Nullable Long revision,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public LaunchedAgentProfile {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static LaunchedAgentProfileBuilder builder() {
    return LaunchedAgentProfileBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "LaunchedAgentProfile["
        + "agentProfileId="
        + agentProfileId
        + ", revision="
        + revision
        + "]";
  }
}
