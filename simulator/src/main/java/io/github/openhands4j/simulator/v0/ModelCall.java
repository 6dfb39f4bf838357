package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call of the model, of which the events that come of it tell.
 *
 * @param number the how many-th call of the conversation it is, from 1
 */
record ModelCall(int number) {

  private static final int SENT = 100;
  private static final int WRITTEN = 10;

  /** What it made the agent do; the action and its observation repeat it. */
  ObjectNode tool(String name, ObjectNode arguments) {
    String id = "call_%016x".formatted(number);
    ObjectNode call = Json.object().put("function_name", name).put("tool_call_id", id);
    ObjectNode answer =
        call.putObject("model_response")
            .put("id", "chatcmpl-%032x".formatted(number))
            .put("created", 1_763_632_800 + number)
            .put("model", "fake-model")
            .put("object", "chat.completion")
            .putNull("system_fingerprint");
    ObjectNode choice =
        answer.putArray("choices").addObject().put("finish_reason", "tool_calls").put("index", 0);
    ObjectNode message = choice.putObject("message").putNull("content").put("role", "assistant");
    ObjectNode function = message.putArray("tool_calls").addObject();
    function.putObject("function").put("arguments", arguments.toString()).put("name", name);
    function.put("id", id).put("type", "function");
    message.putNull("function_call");
    choice.putObject("provider_specific_fields");
    answer
        .putObject("usage")
        .put("completion_tokens", WRITTEN)
        .put("prompt_tokens", SENT)
        .put("total_tokens", SENT + WRITTEN)
        .putNull("completion_tokens_details")
        .putNull("prompt_tokens_details");
    answer.putNull("service_tier");
    return call.put("total_calls_in_response", 1);
  }

  /** What all calls up to this one cost. */
  ObjectNode metrics() {
    ObjectNode metrics = Json.object().put("accumulated_cost", 0.0).putNull("max_budget_per_task");
    metrics
        .putObject("accumulated_token_usage")
        .put("model", "default")
        .put("prompt_tokens", SENT * number)
        .put("completion_tokens", WRITTEN * number)
        .put("cache_read_tokens", 0)
        .put("cache_write_tokens", 0)
        .put("context_window", 0)
        .put("per_turn_token", SENT + WRITTEN)
        .put("response_id", "");
    metrics.putArray("costs");
    metrics.putArray("response_latencies");
    metrics.putArray("token_usages");
    return metrics;
  }
}
