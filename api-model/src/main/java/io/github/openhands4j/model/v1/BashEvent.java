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
 * What happened to a command: that it was started, or a piece of its output.
 *
 * @param kind {@code BashCommand} or {@code BashOutput}
 * @param id the event's id; of a {@code BashCommand} it is the command's
 * @param timestamp when it happened
 * @param commandId the command the output is of, or null
 * @param order the place of the output among those of the command, from 0
 * @param exitCode how the command ended, on its last output; -1 if it ran out of time or could not
 *     be run
 * @param stdout standard output, or null
 * @param stderr standard error, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record BashEvent(
    @JsonProperty("kind") @Nullable String kind,
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("timestamp") @Nullable Instant timestamp,
    @JsonProperty("command_id") @Nullable String commandId,
    @JsonProperty("order") @Nullable Integer order,
    @JsonProperty("exit_code") @Nullable Integer exitCode,
    @JsonProperty("stdout") @Nullable String stdout,
    @JsonProperty("stderr") @Nullable String stderr,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public BashEvent {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static BashEventBuilder builder() {
    return BashEventBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "BashEvent["
        + "kind="
        + kind
        + ", "
        + "order="
        + order
        + ", "
        + "exitCode="
        + exitCode
        + "]";
  }
}
