package io.github.openhands4j.model.v1.event;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** How each kind of event is read. */
final class EventKinds {

  static final Map<String, Function<Fields, Event>> ALL = all();

  private EventKinds() {}

  private static Map<String, Function<Fields, Event>> all() {
    Map<String, Function<Fields, Event>> kinds = new HashMap<>();
    kinds.put("MessageEvent", MessageEvent::read);
    kinds.put("ActionEvent", ActionEvent::read);
    kinds.put("ObservationEvent", ObservationEvent::read);
    kinds.put("UserRejectObservation", UserRejectObservation::read);
    kinds.put("AgentErrorEvent", AgentErrorEvent::read);
    kinds.put("SystemPromptEvent", SystemPromptEvent::read);
    kinds.put("ConversationStateUpdateEvent", ConversationStateUpdateEvent::read);
    kinds.put("PauseEvent", PauseEvent::read);
    kinds.put("InterruptEvent", InterruptEvent::read);
    kinds.put("Condensation", CondensationEvent::read);
    kinds.put("CondensationRequest", CondensationRequestEvent::read);
    kinds.put("CondensationSummaryEvent", CondensationSummaryEvent::read);
    kinds.put("ConversationErrorEvent", ConversationErrorEvent::read);
    kinds.put("ServerErrorEvent", ServerErrorEvent::read);
    kinds.put("HookExecutionEvent", HookExecutionEvent::read);
    kinds.put("ACPToolCallEvent", AcpToolCallEvent::read);
    kinds.put("TokenEvent", TokenEvent::read);
    kinds.put("LLMCompletionLogEvent", LlmCompletionLogEvent::read);
    kinds.put("StreamingDeltaEvent", StreamingDeltaEvent::read);
    return Map.copyOf(kinds);
  }
}
