package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cost and tokens of a conversation so far.
 *
 * @param modelName the model
 * @param accumulatedCost cost so far, in US dollars
 * @param maxBudgetPerTask the budget of a task in US dollars, or null
 * @param accumulatedTokenUsage tokens so far, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@WireRecord
public record MetricsSnapshot(
    @JsonProperty("model_name") @Nullable String modelName,
    @JsonProperty("accumulated_cost") double accumulatedCost,
    @JsonProperty("max_budget_per_task") @Nullable Double maxBudgetPerTask,
    @JsonProperty("accumulated_token_usage") @Nullable TokenUsage accumulatedTokenUsage,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public MetricsSnapshot {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static MetricsSnapshotBuilder builder() {
    return MetricsSnapshotBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "MetricsSnapshot["
        + "modelName="
        + modelName
        + ", accumulatedCost="
        + accumulatedCost
        + "]";
  }
}
