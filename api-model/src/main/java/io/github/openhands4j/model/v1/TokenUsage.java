package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens a model used.
 *
 * @param model the model
 * @param promptTokens tokens sent
 * @param completionTokens tokens answered
 * @param cacheReadTokens tokens read from the cache
 * @param cacheWriteTokens tokens written to the cache
 * @param reasoningTokens tokens spent on reasoning
 * @param contextWindow size of the model's context, in tokens
 * @param perTurnToken tokens of the last turn
 * @param responseId the model's id of the last answer
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record TokenUsage(
    @JsonProperty("model") @Nullable String model,
    @JsonProperty("prompt_tokens") long promptTokens,
    @JsonProperty("completion_tokens") long completionTokens,
    @JsonProperty("cache_read_tokens") long cacheReadTokens,
    @JsonProperty("cache_write_tokens") long cacheWriteTokens,
    @JsonProperty("reasoning_tokens") long reasoningTokens,
    @JsonProperty("context_window") long contextWindow,
    @JsonProperty("per_turn_token") long perTurnToken,
    @JsonProperty("response_id") @Nullable String responseId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public TokenUsage {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static TokenUsageBuilder builder() {
    return TokenUsageBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "TokenUsage["
        + "model="
        + model
        + ", promptTokens="
        + promptTokens
        + ", completionTokens="
        + completionTokens
        + "]";
  }
}
