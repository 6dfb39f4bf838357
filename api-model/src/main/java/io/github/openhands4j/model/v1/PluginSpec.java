package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plugin to load into the agent.
 *
 * @param source where it comes from
 * @param ref branch, tag or commit, or null
 * @param repoPath folder inside the source, or null
 * @param parameters parameters
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PluginSpec(
    @JsonProperty("source") String source,
    @JsonProperty("ref") @Nullable String ref,
    @JsonProperty("repo_path") @Nullable String repoPath,
    @JsonProperty("parameters") Map<String, @Nullable Object> parameters,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public PluginSpec {
    Objects.requireNonNull(source, "source");
    parameters = Copies.map(parameters);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static PluginSpecBuilder builder() {
    return PluginSpecBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "PluginSpec[" + "ref=" + ref + "]";
  }
}
