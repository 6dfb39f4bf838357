package io.github.openhands4j.model.v0.event;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a V0 conversation: an action or an observation.
 *
 * @param id its number in the conversation, from 0; null if it was never stored
 * @param timestamp when it happened, ISO-8601 without a zone, to be read as UTC
 * @param source {@code agent}, {@code user} or {@code environment}
 * @param message a text made of the event, possibly empty
 * @param cause the number of the action that an observation answers, or null
 * @param action the kind of action, or null for an observation
 * @param observation the kind of observation, or null for an action
 * @param toolCallMetadata the tool call that it belongs to, or null
 * @param llmMetrics what the model cost up to there, or null
 * @param args the fields of an action, nulls included; null for an observation
 * @param timeout the time limit of an action in seconds, or null
 * @param content the text of an observation, or null for an action
 * @param extras the other fields of an observation, nulls included; null for an action
 * @param success whether a command or a cell succeeded, or null for all else
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@JsonPropertyOrder({
  "id",
  "timestamp",
  "source",
  "message",
  "cause",
  "action",
  "observation",
  "tool_call_metadata",
  "llm_metrics",
  "args",
  "timeout",
  "content",
  "extras",
  "success"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Deprecated(since = "0.1.0")
public record Event(
    @JsonProperty("id") @Nullable Long id,
    @JsonProperty("timestamp") @Nullable String timestamp,
    @JsonProperty("source") @Nullable String source,
    @JsonProperty("message") String message,
    @JsonProperty("cause") @Nullable Long cause,
    @JsonProperty("action") @Nullable String action,
    @JsonProperty("observation") @Nullable String observation,
    @JsonProperty("tool_call_metadata") @Nullable Map<String, @Nullable Object> toolCallMetadata,
    @JsonProperty("llm_metrics") @Nullable Map<String, @Nullable Object> llmMetrics,
    @JsonProperty("args") @Nullable Map<String, @Nullable Object> args,
    @JsonProperty("timeout") @Nullable Double timeout,
    @JsonProperty("content") @Nullable String content,
    @JsonProperty("extras") @Nullable Map<String, @Nullable Object> extras,
    @JsonProperty("success") @Nullable Boolean success,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public Event {
    message = Objects.requireNonNullElse(message, "");
    toolCallMetadata = copy(toolCallMetadata);
    llmMetrics = copy(llmMetrics);
    args = copy(args);
    extras = copy(extras);
    additionalProperties = Copies.map(additionalProperties);
  }

  /** What is absent stays absent: an empty map is written, none is not. */
  private static @Nullable Map<String, @Nullable Object> copy(
      @Nullable Map<String, @Nullable Object> fields) {
    return fields == null ? null : Copies.map(fields);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static EventBuilder builder() {
    return EventBuilder.builder();
  }

  /**
   * Names the harmless fields only: no content, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "Event[" + "id=" + id + ", action=" + action + ", observation=" + observation + "]";
  }
}
