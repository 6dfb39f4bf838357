package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command of a hook.
 *
 * @param type the kind, usually {@code command}, or null
 * @param command what the shell runs, or null
 * @param timeout how many seconds it may take, or null
 * @param isAsync whether nobody waits for it, or null if not told
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record HookCommand(
    @JsonProperty("type") @Nullable String type,
    @JsonProperty("command") @Nullable String command,
    @JsonProperty("timeout") @Nullable Double timeout,
    @JsonProperty("async") @Nullable Boolean isAsync,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public HookCommand {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static HookCommandBuilder builder() {
    return HookCommandBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "HookCommand[" + "type=" + type + "]";
  }
}
