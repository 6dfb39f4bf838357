package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a use of a model has cost, as servers tell it. */
final class MetricsJson {

  private MetricsJson() {}

  /**
   * Metrics without a limit of the cost.
   *
   * @param name what they are of
   * @param cost in dollars
   * @param model the model, or an empty text
   * @param promptTokens tokens sent
   * @param completionTokens tokens received
   * @param lastTurnTokens tokens of the last turn, both ways
   */
  static ObjectNode of(
      String name,
      double cost,
      String model,
      long promptTokens,
      long completionTokens,
      long lastTurnTokens) {
    ObjectNode metrics = Json.object();
    metrics.put("model_name", name).put("accumulated_cost", cost);
    metrics.putNull("max_budget_per_task");
    metrics
        .putObject("accumulated_token_usage")
        .put("model", model)
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", completionTokens)
        .put("cache_read_tokens", 0)
        .put("cache_write_tokens", 0)
        .put("reasoning_tokens", 0)
        .put("context_window", 0)
        .put("per_turn_token", lastTurnTokens)
        .put("response_id", "");
    return metrics;
  }
}
