package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What sandboxes are made from.
 *
 * @param id the opaque id, on OpenHands Cloud the name of a container image
 * @param command what runs in it; empty for the image's own
 * @param createdAt when it was created, or null
 * @param initialEnv environment variables, which may hold secrets
 * @param workingDir the folder that work is done in, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record SandboxSpecInfo(
    @JsonProperty("id") String id,
    @JsonProperty("command") List<String> command,
    @JsonProperty("created_at") @Nullable Instant createdAt,
    @JsonProperty("initial_env") Map<String, @Nullable String> initialEnv,
    @JsonProperty("working_dir") @Nullable String workingDir,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public SandboxSpecInfo {
    Objects.requireNonNull(id, "id");
    command = Copies.list(command);
    initialEnv = Copies.map(initialEnv);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static SandboxSpecInfoBuilder builder() {
    return SandboxSpecInfoBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "SandboxSpecInfo[" + "id=" + id + ", workingDir=" + workingDir + "]";
  }
}
