package io.github.openhands4j.compat.internal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code llm_metrics}: what the model cost up to some event. */
final class Costs {

  /** The bucket of the agent itself, beside those of its helpers. */
  private static final String AGENT = "agent";

  private Costs() {}

  /**
   * The costs; null if none were told yet. V1 counts the agent and its helpers apart, V0 had one
   * sum.
   *
   * @param stats the newest event that told costs, or null
   */
  static @Nullable Map<String, @Nullable Object> of(@Nullable V1Event stats) {
    if (stats == null) {
      return null;
    }
    Fields byUsage = stats.fields().object("value").object("usage_to_metrics");
    List<Fields> buckets = new ArrayList<>();
    byUsage.values().values().forEach(bucket -> buckets.add(Fields.of(bucket)));
    Fields agent = byUsage.object(AGENT);
    return Args.of("accumulated_cost", sum(buckets))
        .and("max_budget_per_task", agent.number("max_budget_per_task"))
        .and("accumulated_token_usage", tokens(buckets, agent))
        .and("costs", List.of())
        .and("response_latencies", List.of())
        .and("token_usages", List.of())
        .map();
  }

  private static Map<String, @Nullable Object> tokens(List<Fields> buckets, Fields agent) {
    Fields own = agent.object("accumulated_token_usage");
    return Args.of("model", own.textOrEmpty("model"))
        .and("prompt_tokens", sum(buckets, "prompt_tokens"))
        .and("completion_tokens", sum(buckets, "completion_tokens"))
        .and("cache_read_tokens", sum(buckets, "cache_read_tokens"))
        .and("cache_write_tokens", sum(buckets, "cache_write_tokens"))
        .and("context_window", orZero(own.whole("context_window")))
        .and("per_turn_token", orZero(own.whole("per_turn_token")))
        .and("response_id", own.textOrEmpty("response_id"))
        .map();
  }

  private static double sum(List<Fields> buckets) {
    double sum = 0;
    for (Fields bucket : buckets) {
      Double cost = bucket.number("accumulated_cost");
      sum += cost == null ? 0 : cost;
    }
    return sum;
  }

  private static long sum(List<Fields> buckets, String name) {
    long sum = 0;
    for (Fields bucket : buckets) {
      sum += orZero(bucket.object("accumulated_token_usage").whole(name));
    }
    return sum;
  }

  private static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
