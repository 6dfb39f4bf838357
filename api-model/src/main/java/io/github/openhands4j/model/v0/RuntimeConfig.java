package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a V0 conversation runs.
 *
 * @param runtimeId the id of its runtime, or null
 * @param sessionId the id of the conversation as it was asked for, or null
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record RuntimeConfig(
    @JsonProperty("runtime_id") @Nullable String runtimeId,
    @JsonProperty("session_id") @Nullable String sessionId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public RuntimeConfig {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static RuntimeConfigBuilder builder() {
    return RuntimeConfigBuilder.builder();
  }
}
