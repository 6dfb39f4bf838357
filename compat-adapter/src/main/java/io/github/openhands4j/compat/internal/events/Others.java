package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.v0.event.EventBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Messages, the system prompt, pauses and condensations. */
final class Others {

  private static final int NO_RISK = -1;

  private Others() {}

  /** A message; V0's first one of a user had an empty list of images, later ones had none. */
  static EventBuilder message(EventBuilder event, V1Event v1, boolean first) {
    Fields message = v1.fields().object("llm_message");
    String text = Content.text(message, "content");
    List<String> images = Content.images(message, "content");
    String source = Sources.ofMessage(v1);
    return event
        .source(source)
        .message(text)
        .action("message")
        .args(
            Args.of("content", text)
                .and("file_urls", null)
                .and("image_urls", images.isEmpty() && !first ? null : images)
                .and("wait_for_response", source.equals(Sources.AGENT))
                .and("security_risk", NO_RISK)
                .map());
  }

  static EventBuilder systemPrompt(EventBuilder event, V1Event v1) {
    List<String> texts = new ArrayList<>();
    for (String name : List.of("system_prompt", "dynamic_context")) {
      String text =
          v1.fields().get(name) instanceof String bare
              ? bare
              : v1.fields().object(name).textOrEmpty("text");
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    String content = String.join("\n\n", texts);
    return event
        .source(Sources.AGENT)
        .message(content)
        .action("system")
        .args(
            Args.of("content", content)
                .and("tools", v1.fields().objects("tools").stream().map(Others::tool).toList())
                .and("openhands_version", null)
                .and("agent_class", "CodeActAgent")
                .map());
  }

  /** A tool as OpenAI describes it, which is what V0 kept. */
  private static Map<String, @Nullable Object> tool(Fields tool) {
    if (tool.get("function") instanceof Map) {
      return tool.without();
    }
    String name = Content.either(tool.text("name"), tool.textOrEmpty("kind"));
    Map<String, @Nullable Object> function =
        Args.of("name", name)
            .and("description", tool.textOrEmpty("description"))
            .and("parameters", tool.object("parameters").without())
            .map();
    return Args.of("type", "function").and("function", function).map();
  }

  static EventBuilder pause(EventBuilder event) {
    String state = Objects.requireNonNull(AgentStates.of("paused"));
    return event
        .source(Sources.USER)
        .message("Agent state changed to " + state)
        .action("change_agent_state")
        .args(Args.of("agent_state", state).and("thought", "").map());
  }

  static EventBuilder condensationRequest(EventBuilder event) {
    return event
        .source(Sources.AGENT)
        .message("Requesting a condensation of the conversation history.")
        .action("condensation_request")
        .args(Map.of());
  }

  /** V0 named forgotten events by first and last number if they followed each other. */
  static EventBuilder condensation(EventBuilder event, V1Event v1, Context context) {
    SortedSet<Long> forgotten = forgotten(v1, context);
    boolean isRange =
        !forgotten.isEmpty() && forgotten.last() - forgotten.first() == forgotten.size() - 1;
    String summary = v1.fields().text("summary");
    Long offset = v1.fields().whole("summary_offset");
    return event
        .source(Sources.AGENT)
        .message(
            summary != null
                ? "Summary: " + summary
                : "Condenser is dropping the events: " + forgotten + ".")
        .action("condensation")
        .args(
            Args.of("forgotten_event_ids", isRange ? null : List.copyOf(forgotten))
                .and("forgotten_events_start_id", isRange ? forgotten.first() : null)
                .and("forgotten_events_end_id", isRange ? forgotten.last() : null)
                .and("summary", summary)
                .and(
                    "summary_offset",
                    summary == null ? null : Objects.requireNonNullElse(offset, 0L))
                .map());
  }

  private static SortedSet<Long> forgotten(V1Event v1, Context context) {
    SortedSet<Long> numbers = new TreeSet<>();
    for (Object id : v1.fields().list("forgotten_event_ids")) {
      NumberRange range = id instanceof String text ? context.numbers().apply(text) : null;
      if (range != null) {
        for (long number = range.from(); number <= range.to(); number++) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }
}
