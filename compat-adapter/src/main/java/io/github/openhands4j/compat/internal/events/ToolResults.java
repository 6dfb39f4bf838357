package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.v0.event.EventBuilder;
import io.github.openhands4j.v0.internal.rules.PythonJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a tool from outside: V0 had it as the JSON text of an MCP result. */
final class ToolResults {

  private ToolResults() {}

  static EventBuilder fill(
      EventBuilder event, String name, Map<String, @Nullable Object> arguments, Fields seen) {
    List<Object> parts = new ArrayList<>();
    String text = Content.ofResult(seen);
    if (!text.isEmpty()) {
      parts.add(Args.of("type", "text").and("text", text).map());
    }
    Content.images(seen, "content")
        .forEach(image -> parts.add(Args.of("type", "image").and("data", image).map()));
    return fill(event, name, arguments, parts, Content.isError(seen));
  }

  static EventBuilder fill(
      EventBuilder event,
      String name,
      Map<String, @Nullable Object> arguments,
      List<Object> parts,
      boolean failed) {
    String result =
        PythonJson.write(Args.of("meta", null).and("content", parts).and("isError", failed).map());
    return Answers.said(
        event, "mcp", result, Args.of("name", name).and("arguments", arguments).map());
  }
}
