package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.model.v1.MetricsSnapshot;
import io.github.openhands4j.model.v1.TokenUsage;
import io.github.openhands4j.v1.Cost;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums up what models were used for. Pure functions. */
public final class Costs {

  private static final String USES = "usage_to_metrics";

  private Costs() {}

  /**
   * The cost of all uses of models.
   *
   * @param stats the field {@code stats} of a conversation, as plain JSON values
   * @return the sum; nothing for what is not of that form
   */
  public static Cost ofStats(Map<String, @Nullable Object> stats) {
    Map<String, Double> dollars = new HashMap<>();
    long[] tokens = new long[5];
    if (stats.get(USES) instanceof Map<?, ?> uses) {
      uses.forEach(
          (use, metrics) -> {
            if (metrics instanceof Map<?, ?> of) {
              dollars.put(String.valueOf(use), number(of.get("accumulated_cost")).doubleValue());
              add(tokens, of.get("accumulated_token_usage"));
            }
          });
    }
    return new Cost(
        dollars.values().stream().mapToDouble(Double::doubleValue).sum(), usage(tokens), dollars);
  }

  /**
   * The cost that a conversation's record names.
   *
   * @param metrics the record's metrics, or null
   * @return the cost, without its uses
   */
  public static Cost ofRecord(@Nullable MetricsSnapshot metrics) {
    if (metrics == null) {
      return new Cost(0, usage(new long[5]), Map.of());
    }
    TokenUsage used = metrics.accumulatedTokenUsage();
    return new Cost(metrics.accumulatedCost(), used == null ? usage(new long[5]) : used, Map.of());
  }

  private static void add(long[] sums, @Nullable Object usage) {
    if (usage instanceof Map<?, ?> tokens) {
      sums[0] += number(tokens.get("prompt_tokens")).longValue();
      sums[1] += number(tokens.get("completion_tokens")).longValue();
      sums[2] += number(tokens.get("cache_read_tokens")).longValue();
      sums[3] += number(tokens.get("cache_write_tokens")).longValue();
      sums[4] += number(tokens.get("reasoning_tokens")).longValue();
    }
  }

  private static TokenUsage usage(long[] sums) {
    return TokenUsage.builder()
        .promptTokens(sums[0])
        .completionTokens(sums[1])
        .cacheReadTokens(sums[2])
        .cacheWriteTokens(sums[3])
        .reasoningTokens(sums[4])
        .build();
  }

  private static Number number(@Nullable Object value) {
    return value instanceof Number number ? number : 0;
  }
}
