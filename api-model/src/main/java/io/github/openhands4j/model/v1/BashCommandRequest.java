package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command for a shell of its own in a sandbox.
 *
 * @param command what the shell runs
 * @param cwd the folder to run it in, absolute; null for the server's default
 * @param timeout after how many seconds it is ended; null for 300
 */
@WireRecord
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BashCommandRequest(
    @JsonProperty("command") String command,
    @JsonProperty("cwd") @Nullable String cwd,
    @JsonProperty("timeout") @Nullable Integer timeout) {

  public BashCommandRequest {
    Objects.requireNonNull(command, "command");
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static BashCommandRequestBuilder builder() {
    return BashCommandRequestBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "BashCommandRequest[" + "timeout=" + timeout + "]";
  }
}
