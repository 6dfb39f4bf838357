package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventBuilder;
import io.github.openhands4j.v0.internal.rules.PythonJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ACPToolCallEvent}: V1 tells call and result in one event, V0 in two. */
final class WholeCalls {

  private static final int UNKNOWN_RISK = -1;

  private WholeCalls() {}

  static List<Event> of(V1Event v1, Context context) {
    Fields fields = v1.fields();
    String name = fields.textOrEmpty("title");
    Map<String, @Nullable Object> arguments = arguments(fields.get("raw_input"));
    EventBuilder action =
        Actions.call(EventTranslator.begin(v1, context.number()), name, arguments, "", UNKNOWN_RISK)
            .toolCallMetadata(metadata(name, v1, context))
            .llmMetrics(Costs.of(context.stats()));
    EventBuilder answer =
        ToolResults.fill(
                EventTranslator.begin(v1, context.number() + 1),
                name,
                arguments,
                result(fields),
                fields.is("is_error") || "failed".equals(fields.get("status")))
            .cause(context.number())
            .toolCallMetadata(metadata(name, v1, context));
    return List.of(action.build(), answer.build());
  }

  private static Map<String, @Nullable Object> arguments(@Nullable Object input) {
    if (input instanceof Map<?, ?> fields) {
      return new Fields(fields).without();
    }
    return input == null ? Map.of() : Args.of("input", input).map();
  }

  private static List<Object> result(Fields fields) {
    List<Object> parts = new ArrayList<>();
    Object output = fields.get("raw_output");
    String text =
        output == null
            ? Content.text(fields, "content")
            : output instanceof String bare ? bare : PythonJson.write(output);
    if (!text.isEmpty()) {
      parts.add(Args.of("type", "text").and("text", text).map());
    }
    return parts;
  }

  private static Map<String, @Nullable Object> metadata(String name, V1Event v1, Context context) {
    Map<String, @Nullable Object> response =
        context.model() == null ? Map.of() : Args.of("model", context.model()).map();
    return Args.of("function_name", name)
        .and("tool_call_id", v1.toolCallId())
        .and("model_response", response)
        .and("total_calls_in_response", 1)
        .map();
  }
}
